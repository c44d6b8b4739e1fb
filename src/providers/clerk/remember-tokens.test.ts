import { describe, expect, it } from 'vitest'
import { rememberTokens } from './remember-tokens.ts'

describe('a token that was found true', () => {
  it('is known until it ends, and only as a whole', () => {
    const tokens = rememberTokens<string>()
    tokens.keep('head.body.signature', 'mei', 1000)
    expect(tokens.find('head.body.signature', 999)).toBe('mei')
    expect(tokens.find('head.body.signature', 1000)).toBeNull()
    expect(tokens.find('head.body.signaturE', 0)).toBeNull()
  })

  it('is forgotten, the oldest first, before there are too many', () => {
    const tokens = rememberTokens<number>()
    for (let each = 0; each < 10_050; each += 1) tokens.keep(`token ${each}`, each, 1000)
    expect(tokens.find('token 49', 0)).toBeNull()
    expect(tokens.find('token 50', 0)).toBe(50)
    expect(tokens.find('token 10049', 0)).toBe(10_049)
  })
})
