import { Webhook as StandardWebhook } from 'standardwebhooks'
import { Webhook as SvixWebhook } from 'svix'
import { describe, expect, it } from 'vitest'
import { newSecret } from '../endpoints/endpoint-secret.ts'
import { signMessage } from './sign-message.ts'

// Svix's own example: github.com/svix/svix-webhooks at 4fc0cfb, MIT.
const vector = {
  secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  timestamp: 1614265330,
  body: '{"test": 2432232314}',
  signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
}

describe('the signature', () => {
  it('is the one of Svix’s known answer', () => {
    const headers = signMessage({ id: vector.id, sentAt: new Date(vector.timestamp * 1000), body: vector.body }, [vector.secret])
    expect(headers).toEqual({ 'webhook-id': vector.id, 'webhook-timestamp': String(vector.timestamp), 'webhook-signature': vector.signature })
  })

  it('is taken by the verifiers of the Standard Webhooks and of Svix, under the new secret and the one before', () => {
    const [now, before] = [newSecret(), newSecret()]
    const body = JSON.stringify({ type: 'order.paid', data: { title: 'Flöte – 1. Stunde' } })
    const headers = signMessage({ id: 'msg_1', sentAt: new Date(), body }, [now, before])
    for (const secret of [now, before]) {
      expect(new StandardWebhook(secret).verify(body, headers)).toEqual(JSON.parse(body))
      expect(() => new SvixWebhook(secret).verify(body, headers)).not.toThrow()
    }
    expect(() => new StandardWebhook(newSecret()).verify(body, headers)).toThrow('No matching signature')
    expect(() => new SvixWebhook(newSecret()).verify(body, headers)).toThrow('No matching signature')
    expect(() => new StandardWebhook(now).verify(`${body} `, headers)).toThrow('No matching signature')
  })
})
