import { createHash, randomBytes } from 'node:crypto'
import type { Pool } from 'pg'
import type { HandOverOutcome, HandOvers, SessionFacts } from '#modules/identity/ports.ts'
import { readHost } from '#platform/http/hosts.ts'
import type { Auth, AuthGround } from './make-auth.ts'
import { noteSeen } from './own-rows.queries.ts'

/** A code is good for this long: the time of one redirect, with a slow network. */
const codeSeconds = 60
/** The browser remembers for this long that it asked, so that two tabs at once do not undo each other. */
const nonceSeconds = 600

/** Sessions on domains of the schools' own. */
export interface HostSessions extends HandOvers {
  /** Whether the request came to such a domain: there, no cookie of the installation's counts. */
  isElsewhere(headers: Headers): boolean
  find(headers: Headers): Promise<SessionFacts | null>
  /** To which domains sessions were carried, by the ids of those sessions. */
  listHosts(sessionIds: readonly string[]): Promise<Map<string, string[]>>
  /** Ends the session here and the one it came from, and with that all others that came from it. */
  signOut(headers: Headers): Promise<string[]>
}

/**
 * Carries sessions to domains of the schools' own. What stands there is no copy of the session but a key of its own,
 * good on that host alone: who runs the domain could read it, and it opens nothing anywhere else. It hangs on the
 * session's row, so it ends with that, whoever ends it.
 */
export function hostSessions(auth: Auth, { config, pool }: AuthGround): HostSessions {
  const isSecure = config.scheme === 'https'
  const names = { session: `${isSecure ? '__Host-' : ''}cove-visit`, nonce: `${isSecure ? '__Host-' : ''}cove-nonce` }
  const cookie = (name: string, value: string, seconds: number) => `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${isSecure ? '; Secure' : ''}`
  const domainOf = (headers: Headers): string | null => {
    const meaning = readHost(headers.get('host') ?? '', '/', config.baseDomain)
    return meaning.kind === 'domain' ? meaning.host : null
  }
  const kept = (headers: Headers) => findKept(pool, domainOf(headers), readCookie(headers, names.session))

  return {
    isElsewhere: (headers) => domainOf(headers) !== null,
    find: async (headers) => {
      const found = await kept(headers)
      if (!found) return null

      noteSeen(pool, found)
      return { subject: found.subject, isEmailVerified: found.isEmailVerified }
    },
    listHosts: (sessionIds) => listHosts(pool, sessionIds),
    async signOut(headers) {
      const found = await kept(headers)
      if (found) await (await auth.$context).internalAdapter.deleteSession(found.token)
      return [cookie(names.session, '', 0), cookie(names.nonce, '', 0)]
    },
    begin(headers) {
      const nonce = readCookie(headers, names.nonce) ?? randomBytes(24).toString('base64url')
      return { nonceHash: hashOf(nonce), cookies: [cookie(names.nonce, nonce, nonceSeconds)] }
    },
    async createCode(headers, { host, nonceHash }) {
      const current = await auth.api.getSession({ headers })
      if (!current) return null

      const code = randomBytes(24).toString('base64url')
      await pool.query(`delete from better_auth.hand_over where "createdAt" < now() - interval '1 day'`)
      await pool.query('insert into better_auth.hand_over ("codeHash", "sessionId", host, "nonceHash") values ($1, $2, $3, $4)', [hashOf(code), current.session.id, host, nonceHash])
      return code
    },
    async arrive(headers, code) {
      const outcome = await spend(pool, code, { host: domainOf(headers), nonce: readCookie(headers, names.nonce) })
      if (outcome.kind === 'refused') return outcome

      const session = await openSession(pool, outcome.sessionId, outcome.host)
      return session ? { kind: 'arrived', cookies: [cookie(names.session, session.token, session.seconds)] } : { kind: 'refused', reason: 'unknown' }
    },
    async endAt(host) {
      await pool.query('delete from better_auth.host_session where host = $1', [host])
      await pool.query('delete from better_auth.hand_over where host = $1', [host])
    },
  }
}

type Spent = { kind: 'spent'; sessionId: string; host: string } | Extract<HandOverOutcome, { kind: 'refused' }>

/** One statement takes the code, whoever brings it: a code that was seen by somebody else is worth nothing to anybody any more. */
async function spend(pool: Pool, code: string, { host, nonce }: { host: string | null; nonce: string | null }): Promise<Spent> {
  const taken = await pool.query<{ sessionId: string; host: string; nonceHash: string; isFresh: boolean }>(
    `update better_auth.hand_over set "usedAt" = now() where "codeHash" = $1 and "usedAt" is null
      returning "sessionId", host, "nonceHash", "createdAt" > now() - make_interval(secs => $2) as "isFresh"`,
    [hashOf(code), codeSeconds],
  )
  const [found] = taken.rows
  if (!found) {
    const used = await pool.query('select 1 from better_auth.hand_over where "codeHash" = $1', [hashOf(code)])
    return { kind: 'refused', reason: used.rows.length > 0 ? 'used' : 'unknown' }
  }
  if (found.host !== host) return { kind: 'refused', reason: 'another-host' }
  if (nonce === null || found.nonceHash !== hashOf(nonce)) return { kind: 'refused', reason: 'another-browser' }
  return found.isFresh ? { kind: 'spent', sessionId: found.sessionId, host: found.host } : { kind: 'refused', reason: 'too-old' }
}

/** @returns null when the session it would hang on has ended meanwhile */
async function openSession(pool: Pool, sessionId: string, host: string): Promise<{ token: string; seconds: number } | null> {
  const token = randomBytes(32).toString('base64url')
  const { rows } = await pool.query<{ seconds: number }>(
    `with opened as (
      insert into better_auth.host_session (id, "sessionId", host, "tokenHash")
      select gen_random_uuid()::text, s.id, $2, $3 from better_auth.session s where s.id = $1 and s."expiresAt" > now() returning "sessionId")
    select greatest(0, floor(extract(epoch from s."expiresAt" - now())))::integer as seconds from opened o join better_auth.session s on s.id = o."sessionId"`,
    [sessionId, host, hashOf(token)],
  )
  return rows[0] ? { token, seconds: rows[0].seconds } : null
}

/** What a browser keeps on a domain: whose session it is, and the one it came from. */
type Kept = SessionFacts & { token: string; updatedAt: Date }

async function findKept(pool: Pool, host: string | null, token: string | null): Promise<Kept | null> {
  if (host === null || token === null) return null

  const { rows } = await pool.query<Kept>(
    `select s.token, s."updatedAt", u.id as subject, u."emailVerified" as "isEmailVerified"
      from better_auth.host_session h join better_auth.session s on s.id = h."sessionId" join better_auth."user" u on u.id = s."userId"
      where h."tokenHash" = $1 and h.host = $2 and s."expiresAt" > now()`,
    [hashOf(token), host],
  )
  return rows[0] ?? null
}

async function listHosts(pool: Pool, sessionIds: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await pool.query<{ sessionId: string; hosts: string[] }>(
    'select "sessionId", array_agg(distinct host order by host) as hosts from better_auth.host_session where "sessionId" = any($1) group by "sessionId"',
    [sessionIds],
  )
  return new Map(rows.map(({ sessionId, hosts }) => [sessionId, hosts]))
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}

function readCookie(headers: Headers, name: string): string | null {
  const pairs = (headers.get('cookie') ?? '').split(';').map((pair) => pair.trim().split('='))
  const value = pairs.find(([key]) => key === name)?.[1]
  return value ? value : null
}
