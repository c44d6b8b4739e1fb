import { refuse } from './errors.ts'
import type { Range } from './params.ts'

type Paging = { limit?: number | undefined; starting_after?: string | undefined; ending_before?: string | undefined }

/**
 * Cuts one page out of all rows, newest first, by Stripe's cursors.
 * @param rows oldest first, as they are kept
 * @throws StripeFault 400 when a cursor names no row
 */
export function listPage<T extends { id: string }>(rows: readonly T[], url: string, paging: Paging) {
  const newestFirst = [...rows].reverse()
  const limit = paging.limit ?? 10
  if (paging.starting_after && paging.ending_before) {
    throw refuse('You can only pass one of starting_after and ending_before.', 'ending_before')
  }

  if (paging.ending_before) {
    const end = indexOf(newestFirst, paging.ending_before, 'ending_before')
    const start = Math.max(0, end - limit)
    return { object: 'list' as const, data: newestFirst.slice(start, end), has_more: start > 0, url }
  }
  const start = paging.starting_after ? indexOf(newestFirst, paging.starting_after, 'starting_after') + 1 : 0
  return { object: 'list' as const, data: newestFirst.slice(start, start + limit), has_more: start + limit < newestFirst.length, url }
}

/** Whether a time lies in a `created` filter. */
export function isInRange(at: number, wanted: Range | undefined): boolean {
  if (wanted === undefined) return true
  if (typeof wanted === 'number') return at === wanted
  return (
    (wanted.gt === undefined || at > wanted.gt) && (wanted.gte === undefined || at >= wanted.gte) &&
    (wanted.lt === undefined || at < wanted.lt) && (wanted.lte === undefined || at <= wanted.lte)
  )
}

function indexOf(rows: readonly { id: string }[], id: string, param: string): number {
  const index = rows.findIndex((row) => row.id === id)
  if (index < 0) throw refuse(`No such object: '${id}'`, param, 'resource_missing')
  return index
}
