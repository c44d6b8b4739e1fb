import { parseCrontab, type TimestampDigest } from 'graphile-worker'

/** A job of the crontab, and when it comes next. */
export interface PlannedJob {
  task: string
  nextRunAt: Date
}

const minuteMs = 60_000
const minutesMax = 366 * 24 * 60

/**
 * When each line of a crontab comes next, the soonest first.
 *
 * @param lines `minute hour day month weekday task`, UTC
 * @param now the minute after it is the first that counts
 */
export function planRuns(lines: readonly string[], now: Date): PlannedJob[] {
  const planned = parseCrontab(lines.join('\n')).flatMap(({ task, match }) => {
    const nextRunAt = findMinute(match, now)
    return nextRunAt ? [{ task, nextRunAt }] : []
  })
  return planned.sort((a, b) => a.nextRunAt.getTime() - b.nextRunAt.getTime() || a.task.localeCompare(b.task))
}

function findMinute(match: (digest: TimestampDigest) => boolean, now: Date): Date | null {
  const first = Math.floor(now.getTime() / minuteMs) + 1
  for (let minute = first; minute < first + minutesMax; minute += 1) {
    const at = new Date(minute * minuteMs)
    if (match({ min: at.getUTCMinutes(), hour: at.getUTCHours(), date: at.getUTCDate(), month: at.getUTCMonth() + 1, dow: at.getUTCDay() })) return at
  }
  return null
}
