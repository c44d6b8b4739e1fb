import type { z } from 'zod'
import { InvalidInput } from '#platform/errors/app-error.ts'
import type { Language } from '#platform/i18n/languages.ts'
import { sanitiseRichText } from '#modules/catalog/index.ts'
import { blockTexts, entryTexts } from './block-texts.schema.ts'
import { blockContents, type Block, type BlockContent, type BlockKind } from './blocks.schema.ts'
import { entryKey, translated } from './translations.schema.ts'

const entry = /^(\w+)\.(\d{1,2})$/
/** Fields of an entry that are filled before anybody writes: they say nothing by themselves. */
const neverEmpty = new Set(['id', 'day', 'minutes'])

/**
 * What a block's form holds. Entries of a list come as `quote.0`, `name.0`, `quote.1` and so on; an entry with nothing
 * in it is left out. Formatted text is cleaned here, on its way in.
 *
 * @throws InvalidInput with the first fault of each field, under the name it has in the form
 */
export function readBlockForm(kind: BlockKind, form: FormData): BlockContent {
  const { fields, entries } = fieldsOf(form)
  if (fields.clear === 'picture') fields.picture = ''
  // An entry in which nothing is written was emptied on purpose.
  const filled = entries.filter(([, held]) => Object.entries(held).some(([field, value]) => !neverEmpty.has(field) && value.trim() !== ''))
  const kept = arrangeEntries(filled, fields)
  const read = blockContents[kind].safeParse({ ...fields, items: kept.map(([, held]) => held) })
  if (!read.success) throw new InvalidInput(faultsOf(read.error.issues, kept.map(([place]) => place)))

  return 'html' in read.data ? { ...read.data, html: sanitiseRichText(read.data.html) } : read.data
}

/**
 * A block with what a form says of it in another language than its first. Entries are found by what tells them apart
 * (`id.0`, `fileId.0`), wherever they stand by now; one that is gone meanwhile is left out.
 *
 * @throws InvalidInput with the first fault of each field, under the name it has in the form
 */
export function readTranslationForm(block: Block, form: FormData, language: Language): Block {
  const { fields, entries } = fieldsOf(form)
  const faults: Record<string, string> = {}
  const read = (texts: z.ZodType<object>, held: unknown, place = ''): object => {
    const result = texts.safeParse(held)
    for (const { path, message } of result.error?.issues ?? []) faults[`${String(path[0] ?? '')}${place}`] ??= message
    return result.data ?? {}
  }
  const texts = read(blockTexts[block.kind], { ...block.translations[language], ...fields })
  const said = translated(block, language, 'html' in texts ? { ...texts, html: sanitiseRichText(String(texts.html)) } : texts)
  const items = 'items' in said
    ? said.items.map((item) => {
        const [place = 0, held] = entries.find(([, fieldsOfEntry]) => entryKey({ id: '', ...fieldsOfEntry }) === entryKey(item)) ?? []
        return held ? translated(item, language, read(entryTexts[said.kind], held, `.${place}`)) : item
      })
    : null
  if (Object.keys(faults).length > 0) throw new InvalidInput(faults)

  return (items ? { ...said, items } : said) as Block
}

/** The fields of a form, and those of entries by their places. Translations have a form of their own, and are never taken from a field. */
function fieldsOf(form: FormData): { fields: Record<string, unknown>; entries: [number, Record<string, string>][] } {
  const fields: Record<string, unknown> = {}
  const entries = new Map<number, Record<string, string>>()
  for (const [name, value] of form) {
    const [, field = '', place = ''] = entry.exec(name) ?? []
    if (typeof value !== 'string' || name === 'translations' || field === 'translations') continue
    if (field === '') fields[name] = value
    else entries.set(Number(place), { ...entries.get(Number(place)), [field]: value })
  }
  return { fields, entries: [...entries].sort(([a], [b]) => a - b) }
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
