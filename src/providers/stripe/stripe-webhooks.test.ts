import Stripe from 'stripe'
import { describe, expect, it } from 'vitest'
import { BadSignature } from '#platform/inbox/webhook-verifier.ts'
import { stripeWebhooks } from './stripe-webhooks.ts'

const stripe = new Stripe('sk_test_of_nobody')
const secret = 'whsec_of_the_platform'
const now = new Date('2026-11-20T12:00:00Z')
const verifier = stripeWebhooks(stripe, secret, () => now)
const seconds = now.getTime() / 1000

const snapshot = JSON.stringify({ id: 'evt_1', object: 'event', type: 'charge.refunded', created: seconds - 10, data: { object: { object: 'charge' } } })
const thin = JSON.stringify({ id: 'evt_2', object: 'v2.core.event', type: 'v2.core.account[requirements].updated', created: '2026-11-20T11:59:00.000Z', related_object: { id: 'acct_1', type: 'v2.core.account', url: '/v2/core/accounts/acct_1' } })

function verify(payload: string, timestamp: number, signedWith = secret, sent = payload) {
  const header = stripe.webhooks.generateTestHeaderString({ payload, secret: signedWith, timestamp })
  return verifier.verify(Buffer.from(sent), new Headers({ 'stripe-signature': header }))
}

describe('a webhook of Stripe', () => {
  it('is taken when signed, snapshot and thin event alike', async () => {
    expect(await verify(snapshot, seconds)).toMatchObject({ eventId: 'evt_1', type: 'charge.refunded', occurredAt: new Date('2026-11-20T11:59:50Z'), signedAt: now })
    expect(await verify(thin, seconds)).toMatchObject({ eventId: 'evt_2', occurredAt: new Date('2026-11-20T11:59:00Z') })
  })

  it.each([[-300, true], [300, true], [-301, false], [301, false], [3600, false]])('signed %i seconds from now is taken: %s', (offset, isTaken) => {
    const attempt = () => verify(snapshot, seconds + offset)
    if (isTaken) expect(attempt).not.toThrow()
    else expect(attempt).toThrow(BadSignature)
  })

  it('is refused with another secret, another body, a thin body under a forged header, or no signature', () => {
    expect(() => verify(snapshot, seconds, 'whsec_of_connect')).toThrow(BadSignature)
    expect(() => verify(snapshot, seconds, secret, snapshot.replace('evt_1', 'evt_9'))).toThrow(BadSignature)
    expect(() => verify(thin, seconds, 'whsec_of_connect')).toThrow(BadSignature)
    expect(() => verify('{}', seconds)).toThrow(BadSignature)
    expect(() => verify('no json', seconds)).toThrow(BadSignature)
    expect(() => verifier.verify(Buffer.from(snapshot), new Headers())).toThrow(BadSignature)
  })

  it('cannot hide an old signature behind a second time', () => {
    const old = stripe.webhooks.generateTestHeaderString({ payload: snapshot, secret, timestamp: seconds + 7200 })
    expect(() => verifier.verify(Buffer.from(snapshot), new Headers({ 'stripe-signature': `t=${seconds},${old}` }))).toThrow(BadSignature)
  })
})
