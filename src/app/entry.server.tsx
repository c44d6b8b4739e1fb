import { PassThrough } from 'node:stream'
import { createReadableStreamFromReadable } from '@react-router/node'
import { isbot } from 'isbot'
import type { ReactElement } from 'react'
import { renderToPipeableStream, renderToStaticMarkup } from 'react-dom/server'
import { ServerRouter, type EntryContext, type RouterContextProvider } from 'react-router'
import { log } from '#platform/log/log.ts'
import staticStyles from '#ui/static-pages.css?inline'
import { needsOf } from './page-needs.ts'
import { requestContext } from './request-context.ts'
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
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  const { nonce } = context.get(requestContext)
  const { matches, loaderData } = routerContext.staticHandlerContext
  const { isStatic } = needsOf(matches.map(({ route }) => ({ handle: route.handle, data: loaderData[route.id] })))
  const page = (
    <StaticStyles value={stylesToCome}>
      <ServerRouter context={routerContext} url={request.url} nonce={nonce} />
    </StaticStyles>
  )
  headers.set('Content-Type', 'text/html; charset=utf-8')
  const body = isStatic ? writeStatic(page) : await openStream(page, { nonce, waitsForAll: isbot(request.headers.get('user-agent') ?? '') })
  return new Response(body, { headers, status })
}

/** No script goes on from such a page, so it has none of React's marks; and what it wears is known when all of it is there. */
function writeStatic(page: ReactElement): Uint8Array<ArrayBuffer> {
  return Buffer.from(`<!DOCTYPE html>${putStylesInto(renderToStaticMarkup(page))}`)
}

function openStream(page: ReactElement, { nonce, waitsForAll }: { nonce: string; waitsForAll: boolean }): Promise<ReadableStream> {
  return new Promise((resolve, reject) => {
    let hasShell = false
    const respond = () => {
      hasShell = true
      const body = new PassThrough()
      // What is whole lets go of what it was made from.
      body.once('close', () => clearTimeout(timer))
      resolve(createReadableStreamFromReadable(body))
      pipe(body)
    }
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      [waitsForAll ? 'onAllReady' : 'onShellReady']: respond,
      onShellError: reject,
      onError(fault: unknown) {
        if (hasShell) log.error({ err: fault }, 'a page could not be rendered to its end')
      },
    })
    const timer = setTimeout(abort, renderTimeoutMs).unref()
  })
}

/** Faults of loaders and actions: expected ones are answers, the others are for the operator. */
export function handleError(fault: unknown, { request }: { request: Request }): void {
  if (request.signal.aborted) return
  const status = (fault as { status?: unknown } | null)?.status
  if (typeof status === 'number' && status < 500) return
  log.error({ err: fault, path: new URL(request.url).pathname }, 'a request failed')
}
