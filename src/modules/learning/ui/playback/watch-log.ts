import { mergeRanges, subtractRanges, type SecondRange, type Watched } from '../../progress/watched-ranges.ts'

/** What is still to be told of one lesson: stretches that were played, and where playing stands. */
export interface WatchLog {
  pending: Watched
  positionSeconds: number
  /** The position was not told yet. */
  isPositionNew: boolean
}

/** What is sent: the newest stretch, and those of before that did not arrive. */
export interface Report {
  from: number
  to: number
  position: number
  earlier: SecondRange[]
}

/** As many stretches as one report can carry beside its own. */
export const earlierMax = 200

export const emptyLog: WatchLog = { pending: [], positionSeconds: 0, isPositionNew: false }

/**
 * The stretch between two looks at the clock of the recording, if it was played and not jumped over: no longer than
 * speed and the time on the wall allow.
 *
 * @param look.wallSeconds time between the two looks
 * @returns null for a jump, and while standing still
 */
export function playedStretch(look: { before: number; after: number; speed: number; wallSeconds: number }): SecondRange | null {
  const length = look.after - look.before
  const longest = look.wallSeconds * look.speed * 1.25 + 0.5
  return length > 0 && length <= longest ? { from: look.before, to: look.after } : null
}

/** Adds a stretch that was played. */
export function addStretch(log: WatchLog, stretch: SecondRange): WatchLog {
  return { pending: mergeRanges([...log.pending, stretch]), positionSeconds: stretch.to, isPositionNew: true }
}

/** Notes where playing stands, after a seek or at a pause. */
export function movePosition(log: WatchLog, positionSeconds: number): WatchLog {
  return { ...log, positionSeconds, isPositionNew: log.isPositionNew || positionSeconds !== log.positionSeconds }
}

/** What to send now; null when everything was told. */
export function nextReport(log: WatchLog): Report | null {
  if (log.pending.length === 0 && !log.isPositionNew) return null

  const position = log.positionSeconds
  const newest = log.pending.find(({ from, to }) => from <= position && position <= to) ?? log.pending.at(-1)
  const rest = log.pending.filter((range) => range !== newest).slice(0, earlierMax)
  return { from: newest?.from ?? position, to: newest?.to ?? position, position, earlier: rest }
}

/** What is left after a report arrived. What was played in the meantime stays. */
export function afterArrival(log: WatchLog, report: Report): WatchLog {
  return {
    ...log,
    pending: subtractRanges(log.pending, [{ from: report.from, to: report.to }, ...report.earlier]),
    isPositionNew: log.isPositionNew && log.positionSeconds !== report.position,
  }
}

/** Seconds until the next try, after so many that failed: quickly at first, and never more than a minute. */
export function retrySeconds(failures: number): number {
  return Math.min(60, 5 * 2 ** Math.max(0, failures - 1))
}
