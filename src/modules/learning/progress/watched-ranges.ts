/** Whole seconds of a recording: `from` is watched, `to` is the first that is not. */
export interface SecondRange {
  from: number
  to: number
}

/** A set of watched seconds: in order, apart from each other, none empty. */
export type Watched = readonly SecondRange[]

/** Longest recording a report may speak of: a day. */
export const longestRecordingSeconds = 86_400

/**
 * Joins ranges to a set: in order, and those that touch become one. Adding what is there already changes nothing.
 *
 * @param ranges in any order, overlapping or not; empty ones are dropped
 */
export function mergeRanges(ranges: readonly SecondRange[]): Watched {
  const inOrder = ranges.filter(({ from, to }) => to > from).toSorted((one, other) => one.from - other.from)
  const merged: SecondRange[] = []
  for (const range of inOrder) {
    const last = merged.at(-1)
    if (last && range.from <= last.to) merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, range.to) }
    else merged.push({ ...range })
  }
  return merged
}

/** How many seconds a set holds. */
export function countSeconds(watched: Watched): number {
  return watched.reduce((sum, { from, to }) => sum + (to - from), 0)
}

/** What of a set is left when the seconds of another are taken out. */
export function subtractRanges(watched: Watched, taken: readonly SecondRange[]): Watched {
  return mergeRanges(taken).reduce<Watched>(
    (left, hole) => left.flatMap((range) => [
      { from: range.from, to: Math.min(range.to, hole.from) },
      { from: Math.max(range.from, hole.to), to: range.to },
    ].filter(({ from, to }) => to > from)),
    watched,
  )
}

/**
 * A stretch of playing as whole seconds. Both ends are rounded, so that reports which follow each other meet without
 * a gap, and tiny stretches count for nothing.
 *
 * @param stretch seconds with fractions
 * @param durationSeconds what lies beyond is cut off; null when nobody knows the length
 */
export function toWholeSeconds(stretch: SecondRange, durationSeconds: number | null): SecondRange {
  const end = durationSeconds ?? longestRecordingSeconds
  const clamp = (seconds: number) => Math.round(Math.min(Math.max(seconds, 0), end))
  return { from: clamp(stretch.from), to: clamp(stretch.to) }
}

/** Reads PostgreSQL's text of an int4multirange, such as `{[0,5),[9,12)}`. */
export function parseMultirange(text: string): Watched {
  return mergeRanges([...text.matchAll(/\[(\d+),(\d+)\)/g)].map(([, from, to]) => ({ from: Number(from), to: Number(to) })))
}

/** Writes a set as PostgreSQL's int4multirange. */
export function formatMultirange(watched: Watched): string {
  return `{${watched.map(({ from, to }) => `[${from},${to})`).join(',')}}`
}
