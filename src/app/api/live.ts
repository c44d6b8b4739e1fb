import { Hono, type Context } from 'hono'
import { AppError, NotFound } from '#platform/errors/app-error.ts'
import { readHost, schoolAsked } from '#platform/http/hosts.ts'
import { openEventStream } from '#platform/live/event-stream.ts'
import type { LiveLine } from '#platform/live/live-line.ts'
import { log } from '#platform/log/log.ts'
import type { App } from '../../wiring.ts'
import { findTenant } from '../find-tenant.queries.ts'
import { makeRequestContext } from '../http/make-request-context.ts'
import type { RequestContext } from '../request-context.ts'
import { authoriseTopics, type Authorised } from './live-topics.ts'

const streamsMax = 12

/** One person keeps more pages open than one process will serve. */
class TooManyStreams extends AppError {
  constructor() {
    super({ code: 'too-many-streams', status: 429, publicMessage: 'Too many pages are open at once. Close some, then reload this one.', retryAfterSeconds: 60 })
  }
}

/**
 * `GET /api/live?topics=orders,library`, on a school's host or under its path: server-sent events that say when to look
 * anew. They carry no data, and stop when the session or the membership does.
 */
export function liveApi(app: App, line: LiveLine = app.liveLine): Hono {
  const open = new Map<string, number>()
  const count = (reader: string, by: 1 | -1) => {
    const now = (open.get(reader) ?? 0) + by
    if (now > 0) open.set(reader, now)
    else open.delete(reader)
  }

  return new Hono().get('/', async (c) => {
    const names = [...new Set((c.req.query('topics') ?? '').split(',').filter(Boolean))]
    const cookies = c.req.header('cookie') ?? null
    const visit = await visitSchool(app, c)
    const { keys, isMember } = await authoriseTopics(visit, names, cookies)

    // A visitor can follow nothing but checkouts, each opened by its secret: that is the reader then.
    const reader = (await visit.viewer())?.userId ?? [...keys].sort().join()
    if ((open.get(reader) ?? 0) >= streamsMax) throw new TooManyStreams()

    const session = await app.accounts.findSession(c.req.raw.headers)
    count(reader, 1)
    return openEventStream({
      line,
      keys,
      doubtKey: session ? `sessions-end:${session.subject}` : undefined,
      mayStillHear: () => mayStillHear(isMember, async () => authoriseTopics(await visitSchool(app, c), names, cookies)),
      onEnd: () => count(reader, -1),
    })
  })
}

/** A school that was found once is looked for again at each check: it may be gone, like a session or a membership. */
async function visitSchool(app: App, c: Context): Promise<RequestContext> {
  const host = (c.req.header('host') ?? '').toLowerCase()
  const asked = schoolAsked(readHost(host, c.req.path, app.config.baseDomain))
  const tenant = asked && (await findTenant(app.pools.web, asked.name))
  if (!asked || !tenant) throw new NotFound('live words were asked for outside of a school')

  return makeRequestContext({ app, tenant, base: asked.base, host, address: 'live', headers: c.req.raw.headers })
}

async function mayStillHear(wasMember: boolean, authorise: () => Promise<Authorised>): Promise<boolean> {
  try {
    const now = await authorise()
    return now.isMember || !wasMember
  } catch (fault) {
    if (fault instanceof NotFound) return false
    log.warn({ err: fault }, 'a live stream could not be checked; it stays open until the next time')
    return true
  }
}
