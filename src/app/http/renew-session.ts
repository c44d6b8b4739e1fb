import type { SessionRenewal } from '#modules/identity/index.ts'
import { log } from '#platform/log/log.ts'
import type { App } from '../../wiring.ts'

/**
 * Asks the identity provider to look after the session of somebody who opens a page. Data and forms are never sent
 * elsewhere: open pages keep their session themselves.
 *
 * @param host that was found to be the installation's or a school's
 * @returns null when the page can be answered
 */
export async function renewSession(app: App, request: Request, host: string): Promise<SessionRenewal | null> {
  if (request.method !== 'GET' || !isForPage(request.headers)) return null

  const { pathname, search } = new URL(request.url)
  const renewal = await app.accounts.renewSession({ url: new URL(`${app.config.scheme}://${host}${pathname}${search}`), headers: request.headers })
  if (renewal?.kind === 'failed') log.warn({ err: renewal.fault, path: pathname }, 'a session could not be renewed')
  return renewal
}

/** The answer that sends a browser on its way. No cache may keep it: the next visit is another case. */
export function leadOn({ location, cookies }: Extract<SessionRenewal, { kind: 'lead-on' }>): Response {
  const headers = new Headers({ Location: location, 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' })
  for (const cookie of cookies) headers.append('Set-Cookie', cookie)
  return new Response(null, { status: 307, headers })
}

function isForPage(headers: Headers): boolean {
  const destination = headers.get('sec-fetch-dest')
  return destination ? destination === 'document' : (headers.get('accept') ?? '').startsWith('text/html')
}
