import { log } from '#platform/log/log.ts'
import { newDirectClient, type DirectSource } from './direct-connection.ts'
import { sessionLock } from './session-lock.ts'

/** A lock that is held until it is released, or until the connection or the process is gone. */
export interface HeldLock {
  /** Aborted when the connection is cut: then somebody else may hold the lock. */
  signal: AbortSignal
  release(): Promise<void>
}

/**
 * Takes an advisory lock on a connection of its own: whoever finds it free knows that nobody is at work, however their
 * process went.
 *
 * @returns null when somebody else holds it
 */
export async function tryHoldLock(source: DirectSource, name: string): Promise<HeldLock | null> {
  const client = newDirectClient(source, 'coursecove-lock')
  const cut = new AbortController()
  client.on('error', (fault) => {
    log.warn({ lock: name, reason: fault.message }, 'a lock was lost with its connection')
    cut.abort(new Error('the connection that held the lock was cut'))
  })
  await client.connect()
  const { opening, tryLock } = sessionLock(source)
  await client.query(opening)
  const { rows } = await client.query<{ held: boolean }>(`select ${tryLock}(hashtextextended($1, 0)) as held`, [name])
  if (rows[0]?.held) return { signal: cut.signal, release: () => client.end().catch(() => {}) }

  await client.end().catch(() => {})
  return null
}
