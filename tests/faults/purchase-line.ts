import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** The line between programs and a server. A test may make it swallow everything. */
export interface Line {
  port: number
  /**
   * From now on nothing arrives any more, either way, and nobody is told. A connection that lost something stays
   * deaf for ever, as when the machine behind it is gone.
   */
  swallow(): void
  /** New connections, and those that lost nothing, work again. */
  pass(): void
  close(): Promise<void>
}

/** Lays a line to a port of this machine. */
export async function layLine(toPort: number): Promise<Line> {
  let isSwallowing = false
  const open = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(toPort, '127.0.0.1')
    let isDeaf = false
    const carry = (from: Socket, into: Socket) => {
      open.add(from)
      from.on('data', (bytes) => {
        if (isSwallowing) isDeaf = true
        if (!isDeaf) into.write(bytes)
      })
      from.on('error', () => {})
      from.on('close', () => {
        open.delete(from)
        // The end of a connection is a packet like any other.
        if (!isSwallowing && !isDeaf) into.destroy()
        else open.add(into)
      })
    }
    carry(near, far)
    carry(far, near)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    port: (server.address() as AddressInfo).port,
    swallow: () => void (isSwallowing = true),
    pass: () => void (isSwallowing = false),
    close: () => new Promise((done) => {
      for (const socket of open) socket.destroy()
      server.close(() => done())
    }),
  }
}
