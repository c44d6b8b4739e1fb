import type { IncomingMessage, ServerResponse } from 'node:http'
import type { WebMetrics } from '#platform/metrics/web-metrics.ts'
import { chooseEncoding } from '#platform/cache/pack-page.ts'
import { languageParameter, wishedLanguages } from '#platform/i18n/choose-locale.ts'
import type { Claim, PageCache, SharedPage } from '#platform/cache/page-cache.ts'
import { readHost, schoolAsked } from '#platform/http/hosts.ts'

/** What Node's server calls for each request. */
export type Listener = (incoming: IncomingMessage, outgoing: ServerResponse) => unknown

interface Front {
  cache: PageCache
  baseDomain: string
  metrics: WebMetrics
  /** Answers what the front does not. */
  listener: Listener
}

/** The claims of requests that are on their way to be answered. */
const claims = new WeakMap<IncomingMessage, Claim>()

/** The claim under which this request is answered, if its page may become everybody's. */
export function claimOf(incoming: IncomingMessage | undefined): Claim | undefined {
  return incoming && claims.get(incoming)
}

/** First page, all courses and products, one of them, a lesson that is free for everybody: on a school's host and under its path. */
const publicPage = /^(?:\/s\/[^/]+)?(?:\/|\/(?:courses|products)|\/(?:courses|products)\/[^/.]+|\/courses\/[^/.]+\/preview\/[^/.]+)?$/
const shownParameters = new Set(['after', 'subject', 'bpm-from', 'bpm-to', 'key', 'tag', languageParameter])
/** They tell the site that linked here who came from where; pages show nothing of them. */
const followedParameter = /^(?:utm_\w+|fbclid|gclid|msclkid|mc_[ce]id)$/
/** Whoever may be signed in, here or at the identity provider, gets a page of their own. */
export const personalCookie = /(?:^|;\s*)(?:__Secure-|__Host-)?(?:cove[.-]|__session|__client|__clerk|__refresh)/

/**
 * Stands before the application and answers what is kept for every visitor. A page that is not is made once, by the
 * first who asks; the others wait for it.
 */
export function pageFront({ cache, baseDomain, metrics, listener }: Front): Listener {
  const send = (page: SharedPage, incoming: IncomingMessage, outgoing: ServerResponse) => {
    const status = sendPage(page, incoming, outgoing)
    metrics.answered({ method: incoming.method ?? 'GET', route: 'kept page', status, seconds: 0 })
  }

  async function makeOnce(key: string, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    for (let tries = 0; tries < 3; tries += 1) {
      const claim = cache.claim(key)
      if (!(claim instanceof Promise)) {
        claims.set(incoming, claim)
        // Whatever happens to the request, nobody may wait for it for ever; who answered before has ended it already.
        outgoing.once('close', () => claim.end(false))
        break
      }
      if ((await claim) === 'not-shared') break
      const page = cache.get(key)
      if (page) return send(page, incoming, outgoing)
    }
    listener(incoming, outgoing)
  }

  return (incoming, outgoing) => {
    const wanted = keyOf(incoming, baseDomain)
    if (!wanted) return listener(incoming, outgoing)

    const page = cache.get(wanted.key)
    if (page) return send(page, incoming, outgoing)
    if (!cache.isOpen || incoming.method !== 'GET') return listener(incoming, outgoing)

    incoming.url = wanted.url
    return makeOnce(wanted.key, incoming, outgoing)
  }
}

/**
 * Under what a page is kept: host, path, the parameters that it shows, and the languages that are wanted, the dearest
 * first: which of them the school offers, only the page knows. Null for whatever is not everybody's.
 */
function keyOf({ method, url = '', headers }: IncomingMessage, baseDomain: string): { key: string; url: string } | null {
  if ((method !== 'GET' && method !== 'HEAD') || headers.authorization || (headers.cookie && personalCookie.test(headers.cookie))) return null

  const at = url.indexOf('?')
  const path = at < 0 ? url : url.slice(0, at)
  const host = (headers.host ?? '').toLowerCase()
  if (!publicPage.test(path) || !schoolAsked(readHost(host, path, baseDomain))) return null

  const query = at < 0 ? '' : shownQuery(url.slice(at + 1))
  if (query === null) return null

  const wishes = wishedLanguages({ parameter: new URLSearchParams(query).get(languageParameter), cookie: headers.cookie, acceptLanguage: headers['accept-language'] })
  return { key: `${host}${path}${query} ${wishes.join()}`, url: `${path}${query}` }
}

/** @returns null where a parameter stands that only this visitor's page knows */
function shownQuery(query: string): string | null {
  const shown = [...new URLSearchParams(query)].filter(([name]) => !followedParameter.test(name)).sort(([a], [b]) => (a < b ? -1 : 1))
  if (shown.some(([name]) => !shownParameters.has(name))) return null
  return shown.length === 0 ? '' : `?${new URLSearchParams(shown).toString()}`
}

function sendPage({ headers, etag, bodies }: SharedPage, { method, headers: asked }: IncomingMessage, outgoing: ServerResponse): number {
  if (asked['if-none-match']?.includes(etag)) {
    outgoing.writeHead(304, { ETag: etag, 'Cache-Control': headers['cache-control'], Vary: headers.vary }).end()
    return 304
  }
  const encoding = chooseEncoding(asked['accept-encoding'])
  const body = bodies[encoding]
  outgoing.writeHead(200, encoding === 'identity' ? { ...headers, 'content-length': body.length } : { ...headers, 'content-length': body.length, 'content-encoding': encoding })
  outgoing.end(method === 'HEAD' ? undefined : body)
  return 200
}
