import type { z } from 'zod'
import { InvalidInput } from '#platform/errors/app-error.ts'
import { sanitiseRichText } from '#modules/catalog/index.ts'
import { blockContents, type BlockContent, type BlockKind } from './blocks.schema.ts'

const entry = /^(\w+)\.(\d{1,2})$/

/**
 * What a block's form holds. Entries of a list come as `quote.0`, `name.0`, `quote.1` and so on; an entry with nothing
 * in it is left out. Formatted text is cleaned here, on its way in.
 *
 * @throws InvalidInput with the first fault of each field, under the name it has in the form
 */
export function readBlockForm(kind: BlockKind, form: FormData): BlockContent {
  const fields: Record<string, unknown> = {}
  const entries = new Map<number, Record<string, string>>()
  for (const [name, value] of form) {
    if (typeof value !== 'string') continue
    const [, field = '', place = ''] = entry.exec(name) ?? []
    if (field === '') fields[name] = value
    else entries.set(Number(place), { ...entries.get(Number(place)), [field]: value })
  }
  if (fields.clear === 'picture') fields.picture = ''
  // An entry whose fields are all empty was emptied on purpose.
  const filled = [...entries].sort(([a], [b]) => a - b).filter(([, held]) => Object.values(held).some((value) => value.trim() !== ''))
  const kept = arrangeEntries(filled, fields)
  const read = blockContents[kind].safeParse({ ...fields, items: kept.map(([, held]) => held) })
  if (!read.success) throw new InvalidInput(faultsOf(read.error.issues, kept.map(([place]) => place)))

  return 'html' in read.data ? { ...read.data, html: sanitiseRichText(read.data.html) } : read.data
}

/** What the buttons beside an entry ask for: one place up, one down, or off the list. */
function arrangeEntries<Entry extends [number, unknown]>(entries: Entry[], { raise, lower, drop }: Record<string, unknown>): Entry[] {
  const kept = entries.filter(([place]) => String(place) !== drop)
  const at = kept.findIndex(([place]) => String(place) === (raise ?? lower))
  const to = raise === undefined ? at + 1 : at - 1
  const [moved, other] = [kept[at], kept[to]]
  if (moved && other) [kept[at], kept[to]] = [other, moved]
  return kept
}

/** @param places of the entries as the form counts them */
function faultsOf(issues: readonly z.core.$ZodIssue[], places: readonly number[]): Record<string, string> {
  const faults: Record<string, string> = {}
  for (const { path, message } of issues) {
    const [field = '', index, inner] = path
    const name = typeof index === 'number' ? `${String(inner)}.${places[index] ?? index}` : String(field)
    faults[name] ??= message
  }
  return faults
}
