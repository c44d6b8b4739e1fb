import { connect, type Socket } from 'node:net'
import type { SignedEvent } from './signed-events.ts'

/** How a round of deliveries went. */
export interface Deliveries {
  /** Deliveries a second, all of them answered with 200. */
  perSecond: number
  /** Of each delivery, in the order they were answered. */
  milliseconds: number[]
}

/** How a round is sent. */
export interface Sending {
  port: number
  senders: number
  /** Deliveries a second of all senders together; as fast as answers come if not given. */
  perSecond?: number
}

/**
 * Delivers events over connections that stay open, each sender one at a time. The requests are bytes made before the
 * clock starts, and of the answer only the status is read: on two processors a client that thinks would be what is
 * measured.
 *
 * With a rate, each delivery has its moment, and its time counts from that moment even where its sender was late.
 *
 * @throws when an answer is not 200
 */
export async function deliver(events: readonly SignedEvent[], { port, senders, perSecond }: Sending): Promise<Deliveries> {
  const requests = events.map((event) => toBytes(event, port))
  const sockets = await Promise.all(Array.from({ length: senders }, () => open(port)))
  const milliseconds: number[] = []
  let next = 0
  const started = performance.now()
  await Promise.all(
    sockets.map(async (socket) => {
      const ask = asker(socket)
      for (let mine = next++; mine < requests.length; mine = next++) {
        const due = perSecond ? started + (mine / perSecond) * 1000 : performance.now()
        const early = due - performance.now()
        if (early > 1) await new Promise((done) => setTimeout(done, early))
        const request = requests[mine]
        if (request) await ask(request)
        milliseconds.push(performance.now() - due)
      }
      socket.destroy()
    }),
  )
  return { perSecond: (requests.length / (performance.now() - started)) * 1000, milliseconds }
}

function toBytes({ headers, body }: SignedEvent, port: number): Buffer {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.from(
    `POST /api/webhooks/clerk HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\n${lines.join('')}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  )
}

function open(port: number): Promise<Socket> {
  return new Promise((done, fail) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true }, () => done(socket))
    socket.once('error', fail)
  })
}

/** Sends a request and resolves when the whole answer came. */
function asker(socket: Socket): (request: Buffer) => Promise<void> {
  let settle: { done: () => void; fail: (fault: Error) => void } | null = null
  let read = ''
  socket.on('data', (chunk: Buffer) => {
    read += chunk.toString('latin1')
    const [head, body] = splitAnswer(read)
    if (head === null || body.length < Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0)) return
    if (/transfer-encoding/i.test(head) && !body.endsWith('0\r\n\r\n')) return
    read = ''
    if (head.startsWith('HTTP/1.1 200')) settle?.done()
    else settle?.fail(new Error(`a delivery was answered: ${head.split('\r\n', 1)[0]} ${body}`))
  })
  socket.on('error', (fault) => settle?.fail(fault))
  socket.on('close', () => settle?.fail(new Error('the line was cut')))
  return (request) =>
    new Promise((done, fail) => {
      settle = { done, fail }
      socket.write(request)
    })
}

function splitAnswer(text: string): [head: string | null, body: string] {
  const end = text.indexOf('\r\n\r\n')
  return end < 0 ? [null, ''] : [text.slice(0, end), text.slice(end + 4)]
}
