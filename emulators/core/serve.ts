import { serve as serveNode } from '@hono/node-server'
import type { AddressInfo } from 'node:net'

/** A listening server. */
export type Served = { port: number; close(): Promise<void> }

/**
 * Listens with a fetch handler.
 * @param port 0 takes any free one
 * @throws the listening error, such as EADDRINUSE
 */
export function serve(
  fetch: (request: Request) => Response | Promise<Response>,
  host: string,
  port: number,
): Promise<Served> {
  return new Promise((resolve, reject) => {
    const server = serveNode({ fetch, hostname: host, port }, (info: AddressInfo) => {
      resolve({
        port: info.port,
        close: () =>
          new Promise<void>((done) => {
            server.close(() => done())
            // Idle keep-alive sockets would hold the process for seconds after a SIGTERM.
            if ('closeAllConnections' in server) server.closeAllConnections()
          }),
      })
    })
    server.once('error', reject)
  })
}
