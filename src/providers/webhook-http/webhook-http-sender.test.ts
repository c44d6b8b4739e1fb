import { beforeEach, describe, expect, it } from 'vitest'
import { useWebhookReceiver } from '../../../tests/support/webhook-receiver.ts'
import { webhookHttpSender, type WebhookHttpOptions } from './webhook-http-sender.ts'

const receiver = useWebhookReceiver()
const message = { headers: { 'content-type': 'application/json', 'webhook-id': 'msg_1' }, body: '{"type":"order.paid"}' }
const here = webhookHttpSender({ mayReachLoopback: true, timeoutMs: 10_000 })
const outside = webhookHttpSender({ mayReachLoopback: false, timeoutMs: 10_000 })
/** A name server that says what the attacker wants, one answer after the other. */
const resolving = (...addresses: string[]): WebhookHttpOptions['lookup'] => {
  let asked = 0
  return (_name, options, told) => {
    const address = addresses[Math.min(asked++, addresses.length - 1)] ?? ''
    const family = address.includes(':') ? 6 : 4
    if (options.all) told(null, [{ address, family }])
    else told(null, address, family)
  }
}

beforeEach(() => {
  receiver().received.length = 0
  receiver().connections = 0
  receiver().answer = (response) => response.writeHead(204).end()
})

describe('a webhook that is sent', () => {
  it('arrives with its headers and its very bytes, and the answer comes back with its first bytes', async () => {
    receiver().answer = (response) => response.writeHead(200).end('taken\u0000 – danke')
    expect(await here.send({ ...message, url: `${receiver().url}?a=1` })).toEqual({ kind: 'answered', status: 200, answerStart: 'taken – danke', retryAfterSeconds: null })
    expect(receiver().received).toMatchObject([{ path: '/hooks?a=1', body: message.body, headers: message.headers }])
  })

  it('is not read to its end when the answer is long', async () => {
    receiver().answer = (response) => response.writeHead(500).end('é'.repeat(1_000_000))
    const outcome = await here.send({ ...message, url: receiver().url })
    expect(outcome).toEqual({ kind: 'answered', status: 500, answerStart: 'é'.repeat(512), retryAfterSeconds: null })
  })

  it('follows no redirect', async () => {
    receiver().answer = (response) => response.writeHead(307, { location: `http://127.0.0.1:${receiver().port}/elsewhere` }).end()
    expect(await here.send({ ...message, url: receiver().url })).toMatchObject({ kind: 'answered', status: 307 })
    expect(receiver().received.map(({ path }) => path)).toEqual(['/hooks'])
  })

  it('hears for how long the receiver wants to be left alone', async () => {
    receiver().answer = (response) => response.writeHead(503, { 'retry-after': '120' }).end()
    expect(await here.send({ ...message, url: receiver().url })).toMatchObject({ retryAfterSeconds: 120 })
    receiver().answer = (response) => response.writeHead(503, { 'retry-after': new Date(Date.now() - 5000).toUTCString() }).end()
    expect(await here.send({ ...message, url: receiver().url })).toMatchObject({ retryAfterSeconds: 0 })
    receiver().answer = (response) => response.writeHead(503, { 'retry-after': 'soon' }).end()
    expect(await here.send({ ...message, url: receiver().url })).toMatchObject({ retryAfterSeconds: null })
  })

  it('gives up on a receiver that says nothing, and keeps the status of one that breaks off after it', async () => {
    receiver().answer = () => {}
    expect(await webhookHttpSender({ mayReachLoopback: true, timeoutMs: 100 }).send({ ...message, url: receiver().url })).toEqual({ kind: 'timed-out' })
    receiver().answer = (response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('half', () => response.destroy())
    }
    expect(await here.send({ ...message, url: receiver().url })).toMatchObject({ kind: 'answered', status: 200 })
  })

  it('says why nobody was reached', async () => {
    expect(await here.send({ ...message, url: 'http://127.0.0.1:1/' })).toEqual({ kind: 'unreachable', reason: 'ECONNREFUSED' })
    receiver().answer = (response) => response.destroy()
    expect(await here.send({ ...message, url: receiver().url })).toEqual({ kind: 'unreachable', reason: 'ECONNRESET' })
  })
})

describe('a webhook to an address that no receiver has', () => {
  const privates = [
    '127.0.0.1', '127.9.9.9', '0.0.0.0', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '224.0.0.1', '255.255.255.255',
    '::1', '::', 'fe80::1', 'fd00:ec2::254', 'fc00::1', '::ffff:127.0.0.1', '::ffff:169.254.169.254', '64:ff9b::7f00:1', '2002:7f00:1::', 'ff02::1',
  ]

  it.each(privates)('%s is not sent, whether it is written or what a name stands for', async (address) => {
    const { port } = receiver()
    const written = address.includes(':') ? `[${address}]` : address
    expect(await outside.send({ ...message, url: `https://${written}:${port}/` })).toEqual({ kind: 'refused' })
    const named = webhookHttpSender({ mayReachLoopback: false, timeoutMs: 10_000, lookup: resolving(address) })
    expect(await named.send({ ...message, url: `https://hooks.example.com:${port}/` })).toEqual({ kind: 'refused' })
    expect(receiver().connections).toBe(0)
  })

  it.each(['2130706433', '0x7f.1', '0177.0.0.1', '127.1'])('%s, another way to write this machine, is not sent', async (host) => {
    expect(await outside.send({ ...message, url: `https://${host}:${receiver().port}/` })).toEqual({ kind: 'refused' })
    expect(receiver().connections).toBe(0)
  })

  it('is judged again at each connection, so a name that turns private gains nothing', async () => {
    // This machine stands for a public address here: it may be reached, and answers no TLS.
    const rebinding = webhookHttpSender({ mayReachLoopback: true, timeoutMs: 10_000, lookup: resolving('127.0.0.1', '10.0.0.1') })
    const url = `https://hooks.example.com:${receiver().port}/`
    expect((await rebinding.send({ ...message, url })).kind).toBe('unreachable')
    expect(receiver().connections).toBe(1)
    expect(await rebinding.send({ ...message, url })).toEqual({ kind: 'refused' })
    expect(receiver().connections).toBe(1)
  })

  it('is not sent by plain http, nor to this machine where the installation does not say so', async () => {
    expect(await outside.send({ ...message, url: receiver().url })).toEqual({ kind: 'refused' })
    expect(await outside.send({ ...message, url: `http://localhost:${receiver().port}/` })).toEqual({ kind: 'refused' })
    expect(await here.send({ ...message, url: 'http://example.com/' })).toEqual({ kind: 'refused' })
    expect(await here.send({ ...message, url: 'ftp://127.0.0.1/' })).toEqual({ kind: 'refused' })
    expect(receiver().connections).toBe(0)
  })

  it('is not sent inside the network either where this machine may be reached', async () => {
    const named = webhookHttpSender({ mayReachLoopback: true, timeoutMs: 10_000, lookup: resolving('169.254.169.254') })
    expect(await named.send({ ...message, url: 'https://hooks.example.com/' })).toEqual({ kind: 'refused' })
    expect(await here.send({ ...message, url: 'https://10.0.0.1/' })).toEqual({ kind: 'refused' })
  })
})
