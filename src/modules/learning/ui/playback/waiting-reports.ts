import { mergeRanges, type SecondRange, type Watched } from '../../progress/watched-ranges.ts'

/** What one lesson still has to tell, kept in the browser while the line is down or the page is closed. */
export interface WaitingReport {
  /** Where it is sent. */
  action: string
  pending: Watched
  positionSeconds: number
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** @param learnerKey tells people apart who share a browser */
function keyOf(learnerKey: string): string {
  return `coursecove.watching.${learnerKey}`
}

/** Reads what waits, by lesson. What cannot be read is nothing: it is a convenience, not the record. */
export function readWaiting(store: Store, learnerKey: string): Record<string, WaitingReport> {
  try {
    const read: unknown = JSON.parse(store.getItem(keyOf(learnerKey)) ?? '{}')
    if (typeof read !== 'object' || read === null) return {}
    return Object.fromEntries(Object.entries(read).flatMap(([lessonId, entry]) => {
      const report = toReport(entry)
      return report ? [[lessonId, report]] : []
    }))
  } catch {
    return {}
  }
}

/** Keeps what a lesson has to tell, or forgets it when nothing is left. */
export function keepWaiting(store: Store, learnerKey: string, lessonId: string, report: WaitingReport | null): void {
  try {
    const { [lessonId]: known, ...others } = readWaiting(store, learnerKey)
    void known
    const kept = report && report.pending.length > 0 ? { ...others, [lessonId]: report } : others
    if (Object.keys(kept).length === 0) store.removeItem(keyOf(learnerKey))
    else store.setItem(keyOf(learnerKey), JSON.stringify(kept))
  } catch {
    // A browser that keeps nothing still sends what it has.
  }
}

function toReport(entry: unknown): WaitingReport | null {
  if (typeof entry !== 'object' || entry === null) return null

  const { action, pending, positionSeconds } = entry as Partial<Record<keyof WaitingReport, unknown>>
  if (typeof action !== 'string' || !action.startsWith('/') || !Array.isArray(pending)) return null

  const ranges = pending.filter(isRange)
  return { action, pending: mergeRanges(ranges), positionSeconds: typeof positionSeconds === 'number' ? positionSeconds : 0 }
}

function isRange(value: unknown): value is SecondRange {
  const range = value as Partial<SecondRange> | null
  return typeof range?.from === 'number' && typeof range.to === 'number' && range.from >= 0 && range.to >= range.from
}
