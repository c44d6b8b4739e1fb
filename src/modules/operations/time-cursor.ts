import { z } from 'zod'
import { NotFound } from '#platform/errors/app-error.ts'

/** The last row of a page in an order of time: the next page begins after it. */
export interface TimeCursor {
  at: Date
  id: string
}

export function writeCursor({ at, id }: TimeCursor): string {
  return `${at.getTime()}~${id}`
}

/** @throws NotFound for text that no page gave out */
export function readCursor(text: string | null): TimeCursor | null {
  if (!text) return null

  const [time = '', id] = text.split('~')
  const at = new Date(/^\d{1,15}$/.test(time) ? Number(time) : Number.NaN)
  if (!z.uuid().safeParse(id).success || !id || Number.isNaN(at.getTime())) throw new NotFound('a cursor that no page gave out')
  return { at, id }
}
