import pg from 'pg'
import { log } from '#platform/log/log.ts'
import type { DirectSource } from './direct-connection.ts'
import { isThroughPooler, loginUrl } from './logins.ts'
import { doNotPrepare } from './prepared.ts'

// Durations and sizes are small numbers here; as text they would only be parsed again by everyone.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number)
// A day of a calendar is no instant: made into one, it would be another day in another zone.
pg.types.setTypeParser(pg.types.builtins.DATE, String)

/** The system's connections for what comes in from outside. */
export interface IntakePools {
  system: pg.Pool
  /** As `questions`, for transactions. Null where a pooler stands between. */
  intake: pg.Pool | null
}

/** The connections of a process, one pool for each login. */
export interface Pools extends IntakePools {
  /** May become `anon` or `authenticated`: all that people ask for goes through here. */
  web: pg.Pool
  /** May become `service_role`: the inbox, the worker, the operator. */
  system: pg.Pool
  /** The same login, `service_role` from the beginning of its sessions, for single prepared statements. Null where a pooler stands between: there a session cannot begin so. */
  questions: pg.Pool | null
  /** Better Auth's own schema. */
  auth: pg.Pool
  close(): Promise<void>
}

/**
 * Opens the pools lazily: nothing connects before the first query.
 *
 * @param source where the database is
 * @param sizes connections at most, for each login
 */
export function openPools(source: DirectSource, sizes: { web: number; system: number; auth: number } = { web: 10, system: 6, auth: 4 }): Pools {
  const behindPooler = isThroughPooler(source)
  // A pooler refuses what a session begins with. The time limits are then said with each transaction, and the login has its search_path of its own.
  const limits = behindPooler ? {} : { statement_timeout: 15_000, idle_in_transaction_session_timeout: 30_000 }
  const web = openPool(loginUrl(source, 'web'), sizes.web, 'coursecove-web', limits)
  const system = openPool(loginUrl(source, 'system'), sizes.system, 'coursecove-system', limits)
  const auth = openPool(loginUrl(source, 'auth'), sizes.auth, 'coursecove-auth', behindPooler ? {} : { ...limits, options: '-c search_path=better_auth' })
  const questions = behindPooler ? null : openPool(loginUrl(source, 'system'), questionsAtOnce, 'coursecove-questions', { ...limits, options: questionOptions })
  const intake = behindPooler ? null : openPool(loginUrl(source, 'system'), crowdsAtOnce, 'coursecove-intake', { ...limits, options: questionOptions })
  if (behindPooler) for (const pool of [web, system, auth]) doNotPrepare(pool)
  return {
    web,
    system,
    questions,
    intake,
    auth,
    async close() {
      await Promise.all([web.end(), system.end(), questions?.end(), intake?.end(), auth.end()])
    },
  }
}

/** Each takes a fraction of a millisecond. */
const questionsAtOnce = 4
/** One kind of event has two crowds under way at most. */
const crowdsAtOnce = 4
/**
 * Single questions find rows by keys. Their plans are kept, and one made while tables are small must be right when they are
 * not. Left to itself the planner would make a new one each time, because it takes the array of a kept plan for longer than
 * it is: of what an event cost the database that was a third.
 */
const questionOptions = '-c role=service_role -c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off'

function openPool(connectionString: string, max: number, name: string, session: Pick<pg.PoolConfig, 'options' | 'statement_timeout' | 'idle_in_transaction_session_timeout'>): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max,
    ...session,
    application_name: name,
    // A database that swallows packets must turn into an answer, not into a request that hangs.
    connectionTimeoutMillis: 4000,
    query_timeout: 15_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
  })
  // An idle connection that dies is the database's restart, not our fault; the next query connects anew.
  pool.on('error', (fault) => log.warn({ pool: name, reason: fault.message }, 'an idle database connection ended'))
  return pool
}
