import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { createReadableStreamFromReadable } from '@react-router/node'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'
import { ServerRouter, type EntryContext, type RouterContextProvider } from 'react-router'
import { log } from '#platform/log/log.ts'
import staticStyles from '#ui/static-pages.css?inline'
import { requestContext } from './request-context.ts'
import type { RouteHandle } from './root.tsx'
import { staticSheet, stylesToCome } from './static-sheet.ts'
import { StaticStyles } from './static-styles.ts'

const renderTimeoutMs = 5000
const putStylesInto = staticSheet(staticStyles)

/**
 * Renders a page. Ours and not React Router's own, because the nonce of the Content-Security-Policy has to stand on
 * the scripts that the framework writes into the page.
 */
// The five parameters are the framework's.
// eslint-disable-next-line max-params
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  const { nonce } = context.get(requestContext)
  const isStatic = routerContext.staticHandlerContext.matches.some(({ route }) => (route.handle as RouteHandle | undefined)?.isStatic)
  const waitsForAll = isbot(request.headers.get('user-agent') ?? '')
  return new Promise((resolve, reject) => {
    let hasShell = false
    const respond = () => {
      hasShell = true
      const body = new PassThrough()
      headers.set('Content-Type', 'text/html; charset=utf-8')
      // What a static page wears is known when all of it is there.
      if (isStatic) text(body).then((html) => resolve(new Response(putStylesInto(html), { headers, status })), reject)
      else resolve(new Response(createReadableStreamFromReadable(body), { headers, status }))
      pipe(body)
    }
    const page = (
      <StaticStyles value={stylesToCome}>
        <ServerRouter context={routerContext} url={request.url} nonce={nonce} />
      </StaticStyles>
    )
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      [waitsForAll ? 'onAllReady' : 'onShellReady']: respond,
      onShellError: reject,
      onError(fault: unknown) {
        if (hasShell) log.error({ err: fault }, 'a page could not be rendered to its end')
      },
    })
    setTimeout(abort, renderTimeoutMs).unref()
  })
}

/** Faults of loaders and actions: expected ones are answers, the others are for the operator. */
export function handleError(fault: unknown, { request }: { request: Request }): void {
  if (request.signal.aborted) return
  const status = (fault as { status?: unknown } | null)?.status
  if (typeof status === 'number' && status < 500) return
  log.error({ err: fault, path: new URL(request.url).pathname }, 'a request failed')
}
