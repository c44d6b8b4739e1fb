import { appendFileSync, existsSync, readFileSync } from 'node:fs'

const reachedHere = new Map<string, number>()

/**
 * A place where a test may let the process die, as if the machine had lost its power: no clean-up runs. Nothing
 * happens unless `COVE_FAILPOINT` names the place, as `name` (once) or `name:times`. That it was reached is first
 * written to `COVE_FAILPOINT_FILE`, one line each time; the lines also keep the process that is started again from
 * dying forever.
 *
 * @param name for example `between-commit-and-answer`
 * @example
 * failPoint('after-payment-before-commit')
 */
export function failPoint(name: string): void {
  const wished = readWish()
  if (wished?.name !== name) return

  const before = noteReached(name)
  if (before < wished.times) process.kill(process.pid, 'SIGKILL')
}

function readWish(): { name: string; times: number } | null {
  const [name, times] = (process.env.COVE_FAILPOINT ?? '').split(':')
  return name ? { name, times: Number(times ?? 1) } : null
}

/** Returns how often the place was reached before. */
function noteReached(name: string): number {
  const file = process.env.COVE_FAILPOINT_FILE
  if (!file) {
    const before = reachedHere.get(name) ?? 0
    reachedHere.set(name, before + 1)
    return before
  }

  const before = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter((line) => line === name).length : 0
  appendFileSync(file, `${name}\n`)
  return before
}
