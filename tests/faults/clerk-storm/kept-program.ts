import { waitFor, type Program } from '../programs.ts'

/** A program that is started anew whenever it ends, as a supervisor does it. */
export interface KeptProgram {
  /** Ends it by force and waits until the next one is up. */
  kill(): Promise<void>
  /** Waits until it is up. */
  up(): Promise<void>
  /** How often it was killed, and how often it ended by itself. */
  counts(): { kills: number; falls: number }
  /** What the one that runs now, or ran last, wrote. */
  output(): string
  /** Lets it go: it ends, and none follows. */
  stop(): Promise<void>
}

const afterFallMs = 200

/**
 * Keeps a program running.
 *
 * @param start starts one and resolves when it is up; rejects when it ends before that
 */
export function keepProgram(start: () => Promise<Program>): KeptProgram {
  const counts = { kills: 0, falls: 0 }
  let running: Program | null = null
  let [last, isOver] = ['', false]

  const keep = async () => {
    while (!isOver) {
      const before = counts.kills
      try {
        running = await start()
        // Asked to stop while it started, it was not there yet to be told.
        if (isOver) await running.kill()
        await running.ended
      } catch (fault) {
        last = String(fault)
      }
      last = running?.output() ?? last
      running = null
      if (isOver || counts.kills > before) continue
      counts.falls += 1
      await new Promise((done) => setTimeout(done, afterFallMs))
    }
  }
  const kept = keep()
  const up = () => waitFor(() => running?.isRunning() ?? false, 90_000, () => `it does not come up again:\n${last.slice(-4000)}`)
  return {
    async kill() {
      await up()
      counts.kills += 1
      await running?.kill()
      await up()
    },
    up,
    counts: () => ({ ...counts }),
    output: () => running?.output() ?? last,
    async stop() {
      isOver = true
      await running?.kill()
      await kept
    },
  }
}
