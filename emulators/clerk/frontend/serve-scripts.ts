import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Hono } from 'hono'

/**
 * `/npm/@clerk/clerk-js@…/dist/…` and `/npm/@clerk/ui@…/dist/…`: Clerk's own scripts for browsers, out of the packages
 * that stand beside this emulator. Whatever version is asked for, the installed one is sent.
 */
export function serveScripts(app: Hono): void {
  app.get('/npm/@clerk/:package{(clerk-js|ui)@[\\w.-]+}/dist/:file{[\\w.-]+\\.js}', async (context) => {
    const name = context.req.param('package').split('@')[0] ?? ''
    const script = await readFile(join(folderOf(name), context.req.param('file'))).catch(() => null)
    const headers = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' }
    if (!script) return context.text('There is no such script in the installed package.', 404, headers)
    return new Response(new Uint8Array(script), { headers: { ...headers, 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'public, max-age=3600' } })
  })
}

function folderOf(name: string): string {
  return dirname(fileURLToPath(import.meta.resolve(`@clerk/${name}`)))
}
