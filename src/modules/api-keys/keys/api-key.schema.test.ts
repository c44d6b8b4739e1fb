import { describe, expect, it } from 'vitest'
import { originsForm } from '../origins/origins.schema.ts'
import { apiKeyForm } from './api-key.schema.ts'

const faultsOf = (read: { error?: { issues: { path: PropertyKey[]; message: string }[] } | undefined }) => read.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)

describe('the form of a key', () => {
  it('gives reading with writing, and only what was chosen', () => {
    const read = apiKeyForm.parse({ name: ' Books ', expiresIn: '90', courses: 'none', people: 'write', orders: 'read' })
    expect(read).toEqual({ requestKey: undefined, name: 'Books', daysValid: 90, scopes: ['people:read', 'people:write', 'orders:read'] })
    expect(apiKeyForm.parse({ name: 'Books', expiresIn: 'never', courses: 'read' }).daysValid).toBeNull()
  })

  it('says all its faults at once', () => {
    expect(faultsOf(apiKeyForm.safeParse({ name: '', expiresIn: '31', courses: 'none' }))).toEqual(['name: Fill this in.', 'expiresIn: Choose one of these.', 'courses: Let it do at least one thing.'])
    expect(faultsOf(apiKeyForm.safeParse({ name: 'Books', expiresIn: '30', courses: 'write' }))).toEqual(['courses: Choose one of these.'])
  })
})

describe('the form of websites', () => {
  it('takes origins one a line, each once, however they were typed', () => {
    expect(originsForm.parse({ origins: ' https://www.Example.com/\r\nhttps://www.example.com\nhttp://localhost:5173\n\n' }).origins).toEqual(['https://www.example.com', 'http://localhost:5173'])
    expect(originsForm.parse({}).origins).toEqual([])
  })

  it.each(['www.example.com', 'http://example.com', 'https://example.com/path', 'https://*.example.com/*', 'ftp://example.com', 'null', '*', 'https://me:secret@example.com', 'javascript:alert(1)', `https://${'x'.repeat(300)}.example.com`])('refuses %s', (line) => {
    expect(originsForm.safeParse({ origins: line }).success).toBe(false)
  })

  it('refuses a twenty-first', () => {
    const origins = Array.from({ length: 21 }, (_, place) => `https://${place}.example.com`).join('\n')
    expect(faultsOf(originsForm.safeParse({ origins }))).toEqual(['origins: Name at most 20 websites.'])
  })
})
