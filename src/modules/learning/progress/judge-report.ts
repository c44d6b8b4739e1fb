import { countSeconds, mergeRanges, toWholeSeconds, type SecondRange, type Watched } from './watched-ranges.ts'

/** The fastest that playing is believed: the player offers 1.5, other players 2. */
export const speedMax = 2
/** Seconds forgiven on each report: timers run late, and ends are rounded. */
export const slackSeconds = 10
/** Seconds of unused allowance that carry over, so that reports which were held up can come close together. */
export const spareSecondsMax = 120

/** What a player says it played. */
export interface WatchingClaim {
  ranges: readonly SecondRange[]
  /** Where playing stands now. */
  positionSeconds: number
}

/** What is known before the report. */
export interface WatchingState {
  watched: Watched
  /** The last report, or for the first one the moment from which watching was possible. */
  sinceAt: Date
  spareSeconds: number
  durationSeconds: number | null
}

export type Judgement =
  | { kind: 'believed'; watched: Watched; watchedSeconds: number; newSeconds: number; positionSeconds: number; spareSeconds: number }
  | { kind: 'impossible'; newSeconds: number; allowedSeconds: number }

/**
 * Decides whether a report can be true: nobody watches more new seconds than the clock on the wall allows since the
 * last report. Seconds that are known already cost nothing, so a report that comes twice is taken twice without harm.
 */
export function judgeReport(claim: WatchingClaim, state: WatchingState, now: Date): Judgement {
  const claimed = claim.ranges.map((range) => toWholeSeconds(range, state.durationSeconds))
  const watched = mergeRanges([...state.watched, ...claimed])
  const watchedSeconds = countSeconds(watched)
  const newSeconds = watchedSeconds - countSeconds(state.watched)
  const elapsedSeconds = Math.max(0, (now.getTime() - state.sinceAt.getTime()) / 1000)
  const earnedSeconds = state.spareSeconds + elapsedSeconds * speedMax
  const allowedSeconds = earnedSeconds + slackSeconds
  if (newSeconds > allowedSeconds) return { kind: 'impossible', newSeconds, allowedSeconds }

  return {
    kind: 'believed',
    watched,
    watchedSeconds,
    newSeconds,
    positionSeconds: clampPosition(claim.positionSeconds, state.durationSeconds),
    spareSeconds: Math.min(spareSecondsMax, Math.max(0, earnedSeconds - newSeconds)),
  }
}

function clampPosition(seconds: number, durationSeconds: number | null): number {
  const inside = Math.max(0, durationSeconds === null ? seconds : Math.min(seconds, durationSeconds))
  return Math.round(inside * 1000) / 1000
}
