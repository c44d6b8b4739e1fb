import { NotFound } from '#platform/errors/app-error.ts'
import { uuidText } from './progress/uuid-text.ts'

/** The last row of a page in an order of time: the next page begins after it. */
export interface TimeCursor {
  at: Date
  id: string
}

/** Writes a cursor for an address. */
export function writeCursor({ at, id }: TimeCursor): string {
  return `${at.getTime()}~${id}`
}

/**
 * Reads a cursor from an address.
 *
 * @throws NotFound for text that no page gave out
 */
export function readCursor(text: string | null | undefined): TimeCursor | null {
  if (!text) return null

  const [time, id] = text.split('~')
  const at = new Date(Number(time))
  if (!id || !uuidText.test(id) || Number.isNaN(at.getTime())) throw new NotFound('a cursor that no page gave out')
  return { at, id }
}
