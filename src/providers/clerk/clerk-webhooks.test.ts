import { Webhook } from 'svix'
import { describe, expect, it } from 'vitest'
import { BadSignature } from '#platform/inbox/webhook-verifier.ts'
import { clerkWebhooks } from './clerk-webhooks.ts'

const secret = (text: string) => `whsec_${Buffer.from(text).toString('base64')}`
const [older, newer, foreign] = [secret('the one before it was changed'), secret('the one since it was changed'), secret('somebody else’s')]
const now = new Date('2026-11-21T12:00:00Z')
const updatedAt = now.getTime() - 60_000
const event = (change: object = {}) => JSON.stringify({ object: 'event', type: 'user.updated', timestamp: now.getTime(), instance_id: 'ins_1', data: { id: 'user_1', updated_at: updatedAt }, ...change })

function signed(body: string, { by = newer, at = now, id = 'msg_1' } = {}): [Buffer, Headers] {
  return [Buffer.from(body), new Headers({ 'svix-id': id, 'svix-timestamp': String(at.getTime() / 1000), 'svix-signature': new Webhook(by).sign(id, at, body) })]
}
const verify = (body: string, options?: Parameters<typeof signed>[1], secrets = [older, newer]) => clerkWebhooks(secrets, () => now).verify(...signed(body, options))

describe('a webhook of Clerk', () => {
  it('gives its data under the id of Svix', () => {
    expect(verify(event())).toEqual({ eventId: 'msg_1', type: 'user.updated', payload: { id: 'user_1', updated_at: updatedAt }, occurredAt: new Date(updatedAt), signedAt: now })
  })

  it('is true under either secret while one takes over from another, and under no other', () => {
    expect(verify(event(), { by: older })).toMatchObject({ eventId: 'msg_1' })
    expect(verify(event(), { by: newer })).toMatchObject({ eventId: 'msg_1' })
    expect(() => verify(event(), { by: older }, [newer])).toThrow(BadSignature)
    expect(() => verify(event(), { by: foreign })).toThrow(BadSignature)
  })

  it('is true when one of several signatures is', () => {
    const [body, headers] = signed(event())
    headers.set('svix-signature', `v1a,AAAA v1,AAAA ${headers.get('svix-signature')}`)
    expect(clerkWebhooks([newer], () => now).verify(body, headers)).toMatchObject({ eventId: 'msg_1' })
  })

  it.each(['svix-id', 'svix-timestamp', 'svix-signature'])('without %s is refused', (name) => {
    const [body, headers] = signed(event())
    headers.delete(name)
    expect(() => clerkWebhooks([newer], () => now).verify(body, headers)).toThrow(BadSignature)
  })

  it.each([-301, 301])('signed %i seconds from now is refused', (seconds) => {
    expect(() => verify(event(), { at: new Date(now.getTime() + seconds * 1000) })).toThrow(BadSignature)
  })

  it.each(['no json', '[]', '{}', '{"type":"user.updated"}', '{"type":"","data":{}}'])('whose body is %s is refused', (body) => {
    expect(() => verify(body)).toThrow(BadSignature)
  })

  it('with another body under the signature is refused', () => {
    const [, headers] = signed(event())
    expect(() => clerkWebhooks([newer], () => now).verify(Buffer.from(event({ type: 'user.deleted' })), headers)).toThrow(BadSignature)
  })
})

describe('the time of an event', () => {
  it('of what is gone is the envelope’s, in seconds or in milliseconds', () => {
    for (const timestamp of [now.getTime(), now.getTime() / 1000]) {
      expect(verify(event({ type: 'organizationMembership.deleted', timestamp }))).toMatchObject({ occurredAt: now })
    }
  })

  it('of what does not say when it changed is the envelope’s', () => {
    expect(verify(event({ data: { id: 'user_1' } }))).toMatchObject({ occurredAt: now })
  })

  it('is when it was signed where nothing else says it', () => {
    const at = new Date(now.getTime() - 5000)
    expect(verify(event({ type: 'user.deleted', timestamp: undefined }), { at })).toMatchObject({ occurredAt: at })
  })
})
