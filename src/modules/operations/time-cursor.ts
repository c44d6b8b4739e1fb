import { z } from 'zod'
import { NotFound } from '#platform/errors/app-error.ts'

/** The last row of a page in an order of time: the next page begins after it. */
export interface TimeCursor {
  /** Microseconds since 1970, as exact as the database is: an index has no order by less. */
  atMicros: number
  id: string
}

export function writeCursor({ atMicros, id }: TimeCursor): string {
  return `${atMicros}~${id}`
}

/** @throws NotFound for text that no page gave out */
export function readCursor(text: string | null): TimeCursor | null {
  if (!text) return null

  const [time = '', id] = text.split('~')
  if (!/^\d{1,16}$/.test(time) || !Number.isSafeInteger(Number(time)) || !id || !z.uuid().safeParse(id).success) throw new NotFound('a cursor that no page gave out')
  return { atMicros: Number(time), id }
}
