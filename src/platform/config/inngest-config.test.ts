import { describe, expect, it } from 'vitest'
import { BadEnvironment, readConfig } from './config.ts'

const signingKey = `signkey-prod-${'0f'.repeat(32)}`
const keys = { INNGEST_EVENT_KEY: 'an event key', INNGEST_SIGNING_KEY: signingKey }
const read = (environment: Record<string, string>) => readConfig({ DATABASE_URL: 'postgres://localhost/x', APP_SECRET: 'x'.repeat(32), ...environment }).inngest

describe('the settings of Inngest', () => {
  it('leave the queue in the database without an event key, or with the dummy of the guides', () => {
    expect(read({})).toBeNull()
    expect(read({ INNGEST_EVENT_KEY: 'test', INNGEST_SIGNING_KEY: 'test' })).toBeNull()
    expect(read({ INNGEST_SIGNING_KEY: signingKey, INNGEST_DEV: '1' })).toBeNull()
  })

  it('choose its own service by two keys, or one of your own by its address', () => {
    expect(read(keys)).toMatchObject({ isDev: false, signingKey, baseUrl: undefined })
    expect(read({ ...keys, INNGEST_BASE_URL: 'https://inngest.school.example' })).toMatchObject({ isDev: false, baseUrl: 'https://inngest.school.example' })
    expect(read({ ...keys, INNGEST_SIGNING_KEY_FALLBACK: 'abcd', INNGEST_DEV: '0' })).toMatchObject({ isDev: false, signingKeyFallback: 'abcd' })
  })

  it('need no signing key for a development server, at its usual address or another', () => {
    expect(read({ INNGEST_EVENT_KEY: 'local', INNGEST_DEV: '1' })).toMatchObject({ isDev: true, signingKey: undefined, baseUrl: 'http://localhost:8288' })
    expect(read({ INNGEST_EVENT_KEY: 'local', INNGEST_DEV: 'localhost:9000' })).toMatchObject({ isDev: true, baseUrl: 'http://localhost:9000' })
  })

  it.each([
    ['INNGEST_SIGNING_KEY: is missing', { INNGEST_SIGNING_KEY: '' }],
    ['INNGEST_SIGNING_KEY: is missing', { INNGEST_SIGNING_KEY: 'test' }],
    ['INNGEST_SIGNING_KEY: is no signing key', { INNGEST_SIGNING_KEY: 'a secret' }],
    ['INNGEST_SIGNING_KEY_FALLBACK: is no signing key', { INNGEST_SIGNING_KEY_FALLBACK: 'a secret' }],
    ['INNGEST_DEV: is 1, 0 or the address', { INNGEST_DEV: 'perhaps' }],
    ['INNGEST_BASE_URL', { INNGEST_BASE_URL: 'somewhere' }],
  ])('are refused with a sentence: %s', (sentence, change) => {
    const attempt = () => read({ ...keys, ...change })
    expect(attempt).toThrow(BadEnvironment)
    expect(attempt).toThrow(sentence)
  })
})
