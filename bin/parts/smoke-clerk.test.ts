import { Webhook } from 'svix'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startClerkEmulator, type ClerkEmulator } from '../../emulators/clerk/start-clerk-emulator.ts'
import { runSmoke as smoke } from '../../tests/support/run-smoke.ts'

const secret = `whsec_${Buffer.from('a secret of these tests, for webhooks').toString('base64')}`
let emulator: ClerkEmulator
beforeAll(async () => { emulator = await startClerkEmulator({ port: 0, rateLimit: 0, userRateLimit: 0 }) })
beforeEach(() => emulator.setFaults({}))
afterAll(() => emulator.close())

const environment = () => ({
  CLERK_SECRET_KEY: emulator.secretKey,
  NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: emulator.connection.CLERK_PUBLISHABLE_KEY,
  CLERK_API_URL: emulator.url,
  CLERK_JWT_KEY: emulator.connection.CLERK_JWT_KEY,
  CLERK_WEBHOOK_SECRET: secret,
})

describe('npm run smoke -- clerk', () => {
  it('reads only, and says what it did not look at', async () => {
    const { code, text } = await smoke(['clerk'], environment())
    expect(text).toMatch(/✓ secret key, people +ok +0 people; the API version/)
    expect(text).toMatch(/✓ key set +ok +one key; CLERK_JWT_KEY is one of them/)
    expect(text).toMatch(/– person, session, token +not run/)
    expect([code, emulator.state().events.size]).toEqual([0, 0])
  })

  it('with --write makes a person, reads a token of theirs, and leaves nobody behind', async () => {
    const { code, text } = await smoke(['clerk', '--write'], environment())
    expect(text).toMatch(/✓ a token of their session +ok +version 2, true by the key set and by CLERK_JWT_KEY/)
    expect(text).toContain('0 failed, 0 not run')
    expect([code, emulator.state().users.size()]).toEqual([0, 0])
  })

  it('deletes the person also when something fails on the way', async () => {
    emulator.setFaults({ api: [{ kind: 'server_error', method: 'POST', path: '/v1/sessions', times: null }] })
    const { code, text } = await smoke(['clerk', '--write'], environment())
    expect(text).toMatch(/✗ a token of their session +failed +500/)
    expect([code, emulator.state().users.size()]).toEqual([1, 0])
  })

  it.each([
    ['without keys', {}, [], 'There are no keys of Clerk: set CLERK_SECRET_KEY and NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY'],
    ['with one key of two', { CLERK_SECRET_KEY: 'sk_test_x' }, [], 'NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: is missing'],
    ['with live keys, if writing is not meant', { CLERK_SECRET_KEY: 'sk_live_x', NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: `pk_live_${Buffer.from('clerk.school.example$').toString('base64')}` }, ['--write'], 'If that is meant, add --live'],
  ])('asks nobody anything %s, and says so', async (_, env, args, sentence) => {
    const { code, text } = await smoke(['clerk', ...args], env)
    expect(text).toContain(sentence)
    expect([code, text.includes('at file://')]).toEqual([1, false])
  })

  it('says what is wrong with a key, and never the key', async () => {
    const { code, text } = await smoke(['clerk'], { ...environment(), CLERK_SECRET_KEY: 'sk_test_of_another' })
    expect(text).toMatch(/✗ secret key, people +failed +401/)
    expect([code, text.includes('sk_test_of_another')]).toEqual([1, false])
  })

  it('waits for a webhook, and knows a forged one', async () => {
    for (const [signedBy, code, says] of [[secret, 0, /✓ a webhook +ok +user\.created as msg_smoke/], [`whsec_${Buffer.from('somebody else’s secret').toString('base64')}`, 1, /✗ a webhook +failed +the signature does not fit/]] as const) {
      let isSent = false
      const ended = await smoke(['clerk', '--wait', '0', '--seconds', '60'], environment(), (text) => {
        const url = /http:\/\/127\.0\.0\.1:\d+\/api\/webhooks\/clerk/.exec(text)?.[0]
        if (!url || isSent) return
        isSent = true
        const [at, body] = [new Date(), JSON.stringify({ object: 'event', type: 'user.created', timestamp: Date.now(), data: { id: 'user_1' } })]
        const headers = { 'svix-id': 'msg_smoke', 'svix-timestamp': String(Math.floor(at.getTime() / 1000)), 'svix-signature': new Webhook(signedBy).sign('msg_smoke', at, body) }
        void fetch(url, { method: 'POST', body, headers })
      })
      expect(ended.text).toMatch(says)
      expect(ended.code).toBe(code)
    }
  })
})
