import { createServer as createHttpServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import { createServer as createViteServer } from 'vite'
import type { ServerBuild } from 'react-router'
import { readConfig } from '../src/platform/config/config.ts'

/** What of `src/server.ts` and `src/wiring.ts` is used here; Vite loads them anew after a change. */
interface ServerModule {
  createWeb(app: { close(): Promise<void> }, parts: { source: () => Promise<ServerBuild>; mode: 'development' }): Hono
}
interface WiringModule {
  wire(config: ReturnType<typeof readConfig>): { close(): Promise<void> }
}

// The web process of `npm run dev`: Vite first (modules, hot reload), then the same web application as in production.
const config = readConfig()
const vite = await createViteServer({ server: { middlewareMode: true }, appType: 'custom' })
let running: { server: ServerModule; app: { close(): Promise<void> }; listener: ReturnType<typeof getRequestListener> } | null = null

async function currentListener() {
  const server = (await vite.ssrLoadModule('/src/server.ts')) as ServerModule
  if (running?.server === server) return running.listener

  const { wire } = (await vite.ssrLoadModule('/src/wiring.ts')) as WiringModule
  const before = running
  const app = wire(config)
  const build = async () => (await vite.ssrLoadModule('virtual:react-router/server-build')) as ServerBuild
  running = { server, app, listener: getRequestListener(server.createWeb(app, { source: build, mode: 'development' }).fetch) }
  await before?.app.close()
  return running.listener
}

const http = createHttpServer((request, response) => {
  vite.middlewares(request, response, () => {
    currentListener()
      .then((listener) => listener(request, response))
      .catch((fault: unknown) => {
        if (fault instanceof Error) vite.ssrFixStacktrace(fault)
        console.error(fault)
        response.writeHead(500, { 'Content-Type': 'text/plain' }).end(fault instanceof Error ? fault.stack : String(fault))
      })
  })
})
http.listen(config.port, config.host)

process.once('SIGTERM', () => {
  http.close()
  void Promise.all([vite.close(), running?.app.close()]).finally(() => process.exit(0))
})
