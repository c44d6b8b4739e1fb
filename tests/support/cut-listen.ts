import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { findRunner } from '../../bin/parts/run-lock.ts'
import { superuserPassword } from '../../src/platform/db/embedded-database.ts'

/** The web process's own line, and the worker's, by which it hears of new jobs. */
const listens = `datname = current_database() and (application_name = 'coursecove-live' or (application_name = 'coursecove-queue' and query like 'LISTEN %'))`
const patienceMs = 10_000

/**
 * Cuts every connection that listens, as a proxy or a restart would, and comes back when they are gone.
 *
 * @param dataDir the data folder of a running installation with the embedded database
 * @returns the cut connections' process ids
 * @throws Error when no web process listened for live words, or a connection outlived it: then nothing was proven
 */
export async function cutListenConnections(dataDir: string): Promise<number[]> {
  return withSuperuser(dataDir, async (client) => {
    const pids = await cut(client)
    const left = await client.query('select pid from pg_stat_activity where pid = any($1)', [pids])
    if (left.rowCount !== 0) throw new Error(`connections ${left.rows.map(({ pid }) => pid).join(', ')} outlived the cut`)
    return pids
  })
}

/** How a payment went whose live word fell on a line that was cut. */
export interface CutPayment {
  /** The process ids of the connections that were cut while the payment was booked. */
  pids: number[]
  /** When the order was found in the database, in milliseconds since 1970. */
  bookedAt: number
}

/**
 * Lets a payment happen while nobody listens: its booking is held back by a lock until the line is cut, and nobody can
 * listen anew before the order is there. So the order's word is lost for certain.
 *
 * @param sessionId of the payment page
 * @param pay presses the button; it may come back before the booking or after it
 */
export async function cutWhilePaying(dataDir: string, sessionId: string, pay: () => Promise<void>): Promise<CutPayment> {
  return withSuperuser(dataDir, (holder) =>
    withSuperuser(dataDir, async (client) => {
      await holder.query('begin')
      const held = await holder.query('select pg_backend_pid() as pid from checkouts where provider_session_id = $1 for update', [sessionId])
      if (held.rowCount !== 1) throw new Error(`no checkout of session ${sessionId}`)

      const paying = pay()
      try {
        await until('the booking waits', async () => (await client.query('select pid from pg_stat_activity where $1 = any(pg_blocking_pids(pid))', [held.rows[0].pid])).rowCount)
        await client.query(turnAway)
        const pids = await cut(client)
        await holder.query('commit')
        await until('the order is booked', async () => (await client.query('select o.id from orders o join checkouts c on c.organization_id = o.organization_id and c.id = o.checkout_id where c.provider_session_id = $1', [sessionId])).rowCount)
        return { pids, bookedAt: Date.now() }
      } finally {
        await client.query('drop event trigger if exists turn_away; drop function if exists turn_away()')
        await paying
      }
    }),
  )
}

/** Whoever would listen for live words is turned away at the door. */
const turnAway = `
  create function turn_away() returns event_trigger language plpgsql as $$ begin
    if current_setting('application_name') = 'coursecove-live' then raise exception 'nobody listens now'; end if;
  end $$;
  create event trigger turn_away on login execute function turn_away()`

/** Ends whoever listens, and waits for their end. */
async function cut(client: pg.Client): Promise<number[]> {
  const found = await client.query<{ pid: number; name: string; is_gone: boolean }>(`select pid, application_name as name, pg_terminate_backend(pid, ${patienceMs / 2}) as is_gone from pg_stat_activity where ${listens}`)
  if (!found.rows.some(({ name }) => name === 'coursecove-live')) throw new Error('nobody listened for live words')
  const kept = found.rows.filter(({ is_gone }) => !is_gone)
  if (kept.length > 0) throw new Error(`connections ${kept.map(({ pid }) => pid).join(', ')} could not be cut`)
  return found.rows.map(({ pid }) => pid)
}

async function until(what: string, ask: () => Promise<number | null>): Promise<void> {
  const deadline = Date.now() + patienceMs
  while (!(await ask())) {
    if (Date.now() > deadline) throw new Error(`it never came to this: ${what}`)
    await new Promise((done) => setTimeout(done, 3))
  }
}

async function withSuperuser<T>(dataDir: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const url = new URL(findRunner(dataDir)?.databaseUrl ?? '')
  url.username = 'postgres'
  url.password = superuserPassword(readFileSync(join(dataDir, 'app-secret'), 'utf8').trim())
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
