/** What a table can hold. `n` is the order of arrival; the table gives it. */
export type Row = { id: string; createdAt: number; n: number }

/** Rows by id, and in the order of their creation. */
export type Table<T extends Row> = {
  size(): number
  get(id: string): T | undefined
  add(row: T): T
  remove(row: T): void
  /** Says that a row changed, so that orders by what changes are made afresh. */
  touch(): void
  /** By `createdAt`, those of one millisecond by arrival. */
  oldestFirst(): readonly T[]
  /** Ascending by a value, rows without it last, equals by creation; kept until something changes. */
  orderedBy(name: string, value: (row: T) => string | number | null): readonly T[]
  /** Where a row stands in `oldestFirst`. */
  positionOf(row: T): number
}

type Kept<T> = { version: number; rows: T[] }

/**
 * Makes a table for a hundred thousand rows and more: a page costs no look at the other rows, as long
 * as nothing was written since the last one.
 */
export function createTable<T extends Row>(): Table<T> {
  const byId = new Map<string, T>()
  const rows: T[] = []
  const orders = new Map<string, Kept<T>>()
  let version = 0
  let arrivals = 0
  let isSorted = true

  function sorted(): T[] {
    if (!isSorted) rows.sort(byCreation)
    isSorted = true
    return rows
  }
  return {
    size: () => rows.length,
    get: (id) => byId.get(id),
    add(row) {
      row.n = arrivals += 1
      const last = rows.at(-1)
      if (last && last.createdAt > row.createdAt) isSorted = false
      rows.push(row)
      byId.set(row.id, row)
      version += 1
      return row
    },
    remove(row) {
      const index = positionIn(sorted(), row)
      if (rows[index] === row) rows.splice(index, 1)
      byId.delete(row.id)
      version += 1
    },
    touch: () => void (version += 1),
    oldestFirst: sorted,
    orderedBy(name, value) {
      const kept = orders.get(name)
      if (kept?.version === version) return kept.rows
      // The last order is nearly right, and sorting what is nearly sorted is quick.
      const again = kept && kept.rows.length === rows.length && kept.rows.every((row) => byId.get(row.id) === row)
      const made = (again ? kept.rows : [...sorted()]).sort((a, b) => compare(value(a), value(b)) || byCreation(a, b))
      orders.set(name, { version, rows: made })
      return made
    },
    positionOf: (row) => positionIn(sorted(), row),
  }
}

function byCreation(a: Row, b: Row): number {
  return a.createdAt - b.createdAt || a.n - b.n
}

function compare(a: string | number | null, b: string | number | null): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  return a < b ? -1 : 1
}

function positionIn<T extends Row>(rows: readonly T[], row: T): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    const there = rows[middle]
    if (there && byCreation(there, row) < 0) low = middle + 1
    else high = middle
  }
  return low
}
