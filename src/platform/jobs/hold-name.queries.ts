import type { DirectSource } from '#platform/db/direct-connection.ts'
import { newDirectClient } from '#platform/db/direct-connection.ts'
import { sessionLock } from '#platform/db/session-lock.ts'
import { log } from '#platform/log/log.ts'

/** A name that is held for as long as the process lives. */
export interface HeldName {
  release(): Promise<void>
}

const againMs = 500

/**
 * Holds a worker's name in the database by an advisory lock on a connection of its own. Whoever finds the lock free
 * knows that the worker is gone. When the connection is cut, the name is taken again.
 */
export function holdName(source: DirectSource, workerName: string): HeldName {
  let isReleased = false
  let client = newDirectClient(source, 'coursecove-worker-name')
  let timer: NodeJS.Timeout | undefined

  const take = async () => {
    client = newDirectClient(source, 'coursecove-worker-name')
    let isCut = false
    const again = (fault: Error) => {
      if (isCut || isReleased) return
      isCut = true
      log.warn({ reason: fault.message }, 'the name of this worker is not held; taking it again')
      void client.end().catch(() => {})
      timer = setTimeout(() => void take(), againMs)
    }
    client.on('error', again)
    try {
      await client.connect()
      const { opening, lock } = sessionLock(source)
      await client.query(opening)
      await client.query(`select ${lock}(hashtextextended('worker:' || $1, 0))`, [workerName])
    } catch (fault) {
      again(fault instanceof Error ? fault : new Error(String(fault)))
    }
  }
  void take()

  return {
    async release() {
      isReleased = true
      clearTimeout(timer)
      await client.end().catch(() => {})
    },
  }
}
