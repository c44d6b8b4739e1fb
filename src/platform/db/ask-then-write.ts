import type { Pool, PoolClient } from 'pg'
import { askOn, keepsSessions, type Ask, type BoundStatement } from './prepared.ts'
import { onCleanConnection } from './transaction.ts'
import { isPreparedOn, sendInOneTrip } from './trip.ts'

/** What was found, and what has to be written because of it. */
export interface Decision<Found> {
  found: Found
  writes: readonly BoundStatement[]
}

/** A transaction that was opened, and into which nothing was written yet. */
export interface Asking {
  ask: Ask
  /** The server process that runs it, for those who may have to cancel it; null where a pooler hides it. */
  pid: number | null
}

/**
 * Runs one transaction in two round trips, however many statements it has: the first opens it and asks, the second
 * writes and commits. On a connection that has not prepared them yet, and behind a pooler, each statement is a trip.
 *
 * @param pool whose login it runs under
 * @param opening statements that open it
 * @param decide asks what it has to know; all that it asks before it waits travels in one trip
 * @returns what was found, after the commit
 * @throws DatabaseUnavailable when the connection fails; else the first fault, after rollback
 */
export async function askThenWrite<Found>(pool: Pool, opening: readonly BoundStatement[], decide: (asking: Asking) => Promise<Decision<Found>>): Promise<Found> {
  return onCleanConnection(pool, async (client) => {
    const { ask, together } = traveller(pool, client)
    const pid = keepsSessions(pool) ? processOf(client) : null
    const { found, writes } = await together(() => {
      // What keeps it from opening fails every question after it too.
      for (const { statement, values } of opening) ask(statement, values).catch(() => {})
      return decide({ ask, pid })
    })
    await together(() => Promise.all([...writes, commit].map(({ statement, values }) => ask(statement, values))))
    return found
  })
}

/**
 * Runs statements that need nothing of each other as one transaction in one round trip: what stands before a single
 * `Sync` begins and commits together (PostgreSQL, "Extended Query", pipelining). On a connection that has not prepared
 * them yet each is a trip.
 *
 * @param pool whose login it runs under; its connections are sessions of the database
 * @param begins is told which server process runs them, before they are sent
 * @returns the rows of each, after the commit
 * @throws DatabaseUnavailable when the connection fails; else the first fault, after rollback
 */
export async function writeAtOnce(pool: Pool, statements: readonly BoundStatement[], begins: (pid: number | null) => void): Promise<unknown[][]> {
  return onCleanConnection(pool, async (client) => {
    begins(processOf(client))
    if (statements.every(({ statement }) => isPreparedOn(client, statement))) return sendInOneTrip(client, statements)

    const ask = askOn(pool, client)
    const answers: unknown[][] = []
    for (const { statement, values } of [begin, ...statements, commit]) answers.push(await ask(statement, values))
    return answers.slice(1, -1)
  })
}

/** A statement without values, which is prepared like all others. */
export function plain(text: string): BoundStatement {
  return { statement: { name: `plain ${text}`, text }, values: [] }
}

const begin = plain('begin')
const commit = plain('commit')

interface Asked extends BoundStatement {
  done(rows: unknown[]): void
  fail(fault: unknown): void
}

/** Gathers what is asked in one go, and lets it travel together. */
function traveller(pool: Pool, client: PoolClient) {
  let gathered: Asked[] | null = null
  let before: Promise<void> = Promise.resolve()

  const ask: Ask = <Row>(statement: BoundStatement['statement'], values: unknown[]) =>
    new Promise<Row[]>((done, fail) => {
      const one: Asked = { statement, values, done: (rows) => done(rows as Row[]), fail }
      if (gathered) gathered.push(one)
      else before = before.then(() => send(pool, client, [one]))
    })

  return {
    ask,
    together<T>(work: () => T): T {
      const asked: Asked[] = (gathered = [])
      try {
        return work()
      } finally {
        gathered = null
        before = before.then(() => send(pool, client, asked))
      }
    },
  }
}

/** Never rejects: who asked is told. */
async function send(pool: Pool, client: PoolClient, asked: readonly Asked[]): Promise<void> {
  try {
    if (asked.length > 1 && asked.every(({ statement }) => isPreparedOn(client, statement))) {
      const answers = await sendInOneTrip(client, asked)
      for (const [index, { done }] of asked.entries()) done(answers[index] ?? [])
    } else {
      const ask = askOn(pool, client)
      for (const { statement, values, done } of asked) done(await ask(statement, values))
    }
  } catch (fault) {
    for (const { fail } of asked) fail(fault)
  }
}

function processOf(client: PoolClient): number | null {
  return 'processID' in client && typeof client.processID === 'number' ? client.processID : null
}
