import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { verifyWebhook } from '@clerk/backend/webhooks'
import { Webhook } from 'svix'
import { describe, expect, test } from 'vitest'
import { svixSignature } from './signature.ts'

const VECTOR = resolve(import.meta.dirname, '../../../shared/specs/svix/vector.json')
const hasVector = existsSync(VECTOR)
const OLD = `whsec_${Buffer.from('the secret of last year, long').toString('base64')}`
const NEW = `whsec_${Buffer.from('the secret of this year, long').toString('base64')}`

function headersFor(body: string, secrets: string[], at: number) {
  return {
    'svix-id': 'msg_1', 'svix-timestamp': String(at), 'svix-signature': svixSignature({ id: 'msg_1', body, at }, secrets),
  }
}

describe('the signature', () => {
  test('says plainly whether the known answer of Svix was at hand', () => {
    console.info(hasVector ? 'Checked against the known-answer vector of Svix.' : 'NOT RUN: the known-answer vector (../shared/specs/svix) is not here.')
    expect(svixSignature({ id: 'a', body: 'b', at: 1 }, [NEW])).toMatch(/^v1,[\w+/]{43}=$/)
  })

  test.runIf(hasVector)('is the known answer of Svix', () => {
    const vector: Record<string, string> = JSON.parse(readFileSync(VECTOR, 'utf8'))
    const message = { id: vector.msg_id ?? '', body: vector.payload ?? '', at: Number(vector.timestamp) }
    expect(svixSignature(message, [vector.secret ?? ''])).toBe(vector.signature)
  })

  test('is accepted by the library of Svix, under each secret of a rotation and no other', () => {
    const body = '{"type":"user.created"}'
    const headers = headersFor(body, [NEW, OLD], Math.floor(Date.now() / 1000))
    expect(() => new Webhook(NEW).verify(body, headers)).not.toThrow()
    expect(() => new Webhook(OLD).verify(body, headers)).not.toThrow()
    expect(() => new Webhook(`whsec_${Buffer.from('another').toString('base64')}`).verify(body, headers)).toThrow(/matching signature/i)
    expect(() => new Webhook(NEW).verify(`${body} `, headers)).toThrow(/matching signature/i)
  })

  test('is accepted by the SDK of Clerk, unless it is older than five minutes', async () => {
    const body = '{"type":"user.created","object":"event","data":{}}'
    const send = (at: number) => verifyWebhook(
      new Request('http://school.example/webhooks', { method: 'POST', body, headers: headersFor(body, [NEW], at) }),
      { signingSecret: NEW },
    )
    const now = Math.floor(Date.now() / 1000)
    await expect(send(now)).resolves.toMatchObject({ type: 'user.created' })
    await expect(send(now - 360)).rejects.toThrow(/too old/)
  })
})
