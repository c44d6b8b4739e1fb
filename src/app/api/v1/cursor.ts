import { z } from 'zod'

/**
 * Where a page of a list begins, as an address carries it: opaque, and good for its own list alone.
 *
 * @param list which list
 */
export function cursorOf(list: string) {
  return z
    .string()
    .max(600)
    .transform((text, ctx) => {
      const read = Buffer.from(text, 'base64url').toString()
      if (read.startsWith(`${list}:`) && read.length > list.length + 1) return read.slice(list.length + 1)
      ctx.addIssue({ code: 'custom', message: `This is no cursor of the list of ${list}. Take nextCursor of the page before.` })
      return z.NEVER
    })
    .optional()
    .meta({ description: 'Where the page begins: `nextCursor` of the page before.', example: writeCursor(list, '0198c2f0-5f0e-7d4c-9a43-2f8f3c1b7e10') })
}

/** @returns null where there is no next page */
export function writeCursor(list: string, place: string | null): string | null {
  return place === null ? null : Buffer.from(`${list}:${place}`).toString('base64url')
}
