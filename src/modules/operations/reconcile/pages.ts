import type { CountedPage, Directory, ListedUser, PageWish } from '../ports.ts'
import type { Position } from './run.ts'

/** A page of a list, and where the walk stands once it is done. */
export interface Page<Row> {
  rows: Row[]
  position: Position
  total: number | null
}

/** How many names are kept: if all of them were deleted at once, the walk begins anew. */
const tailMax = 20
/** How far two pages of a counted list overlap. */
const overlap = 10

/**
 * Everybody, the oldest first. Who is deleted moves nobody, because each page begins after a name. When the name itself
 * is gone, the one before it does.
 */
export async function* walkUsers(directory: Directory, from: Position, signal?: AbortSignal): AsyncGenerator<Page<ListedUser>> {
  let tail = from.tail ?? []
  for (;;) {
    const rows = await usersAfter(directory, tail, signal)
    const names = rows.map(({ subject }) => subject).toReversed()
    tail = [...names, ...tail].slice(0, tailMax)
    yield { rows, position: { tail }, total: null }
    if (rows.length < directory.pageSize) return
  }
}

async function usersAfter(directory: Directory, tail: readonly string[], signal?: AbortSignal): Promise<ListedUser[]> {
  for (const after of [...tail, null]) {
    const rows = await directory.listUsers({ after, ...(signal ? { signal } : {}) })
    if (rows) return rows
  }
  return []
}

/** A list that is counted from its beginning, and what names its rows. */
export interface CountedList<Row> {
  list(wish: PageWish): Promise<CountedPage<Row>>
  pageSize: number
  nameOf(row: Row): string
}

/**
 * A list that is counted from its beginning. What is deleted behind the walk moves all that is before it, so pages
 * overlap: a page whose first row was not on the page before has lost touch with it, and the walk goes back until it
 * meets what it knows. Rows may come twice; none that stays is passed over.
 */
export async function* walkCounted<Row>({ list, pageSize, nameOf }: CountedList<Row>, from: Position, signal?: AbortSignal): AsyncGenerator<Page<Row>> {
  // After a kill nothing of the last page is known: all of it is read again.
  let offset = Math.max(0, (from.offset ?? 0) - pageSize)
  let known: Set<string> | null = null
  for (;;) {
    const { rows, total } = await list({ offset, ...(signal ? { signal } : {}) })
    const [first] = rows
    const hasLostTouch = offset > 0 && known !== null && !(first && known.has(nameOf(first)))
    if (hasLostTouch) {
      offset = Math.max(0, offset - pageSize)
      continue
    }
    yield { rows, position: { offset: offset + rows.length }, total }
    if (rows.length < pageSize) return

    known = new Set([...(known ?? []), ...rows.map(nameOf)].slice(-4 * pageSize))
    offset += rows.length - overlap
  }
}

/** Reads the next page while the one before is being worked on. */
export async function* readAhead<Row>(pages: AsyncGenerator<Row>): AsyncGenerator<Row> {
  let next = pages.next()
  try {
    for (;;) {
      const { value, done } = await next
      if (done) return
      next = pages.next()
      // A fault is thrown where the page is asked for, not while nobody waits for it.
      next.catch(() => {})
      yield value
    }
  } finally {
    await next.catch(() => {})
    await pages.return(undefined)
  }
}
