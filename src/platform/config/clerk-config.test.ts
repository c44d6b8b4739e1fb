import { describe, expect, it } from 'vitest'
import { BadEnvironment, readConfig } from './config.ts'

const publishableKey = (host: string, kind = 'test') => `pk_${kind}_${Buffer.from(`${host}$`).toString('base64')}`
const keys = { CLERK_SECRET_KEY: 'sk_test_x', NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: publishableKey('quiet-heron-1.clerk.accounts.dev') }
const read = (environment: Record<string, string>) =>
  readConfig({ DATABASE_URL: 'postgres://localhost/x', APP_SECRET: 'x'.repeat(32), ...environment }).clerk

describe('the settings of Clerk', () => {
  it('choose the built-in accounts when there are none', () => {
    expect(read({})).toBeNull()
    expect(read({ CLERK_WEBHOOK_SECRET: 'whsec_AAAA' })).toBeNull()
  })

  it('choose Clerk by its two keys, and find the host of its script in one of them', () => {
    expect(read(keys)).toMatchObject({ frontendHost: 'quiet-heron-1.clerk.accounts.dev', webhookSecrets: [], jwtKey: undefined, signInUrl: null })
    expect(read({ CLERK_SECRET_KEY: 'sk_test_x', PUBLIC_CLERK_PUBLISHABLE_KEY: keys.NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY })).toMatchObject({ secretKey: 'sk_test_x' })
  })

  it.each([
    ['CLERK_SECRET_KEY: is missing', { CLERK_SECRET_KEY: '' }],
    ['NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: is missing', { NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: '' }],
    ['is no publishable key', { NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: 'pk_test_' }],
    ['is no publishable key', { NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: publishableKey("evil.example' 'unsafe-inline") }],
    ['is of a live instance', { NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: publishableKey('clerk.school.example', 'live') }],
    ['begins with whsec_', { CLERK_WEBHOOK_SECRET: 'a secret' }],
    ['no public key', { CLERK_JWT_KEY: 'sk_test_x' }],
    ['must be a path', { NEXT_PUBLIC_CLERK_SIGN_IN_URL: 'sign-in' }],
  ])('are refused with a sentence: %s', (sentence, change) => {
    const attempt = () => read({ ...keys, ...change })
    expect(attempt).toThrow(BadEnvironment)
    expect(attempt).toThrow(sentence)
  })

  it('take several webhook secrets under either name, for the time when one takes over from another', () => {
    expect(read({ ...keys, CLERK_WEBHOOK_SECRET: 'whsec_AAAA, whsec_BBBB', CLERK_WEBHOOK_SIGNING_SECRET: 'whsec_CCCC whsec_AAAA' })?.webhookSecrets).toEqual(['whsec_CCCC', 'whsec_AAAA', 'whsec_BBBB'])
  })

  it('tell a page elsewhere from one of ours', () => {
    expect(read({ ...keys, NEXT_PUBLIC_CLERK_SIGN_IN_URL: '/sign-in', NEXT_PUBLIC_CLERK_SIGN_UP_URL: 'https://accounts.school.example/sign-up' })).toMatchObject({
      signInUrl: null,
      signUpUrl: 'https://accounts.school.example/sign-up',
    })
  })

  it('take a key whose ends of lines were written as \\n', () => {
    expect(read({ ...keys, CLERK_JWT_KEY: '-----BEGIN PUBLIC KEY-----\\nAAAA\\n-----END PUBLIC KEY-----' })?.jwtKey).toBe('-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----')
  })
})
