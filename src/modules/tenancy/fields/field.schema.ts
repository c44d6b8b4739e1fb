import { z } from 'zod'
import { customFieldWords } from '../ui/words/custom-field-words.ts'

/** How a field is asked for and checked. */
export const fieldKinds = ['text', 'long-text', 'number', 'date', 'choice', 'choices', 'yes-no'] as const
export type FieldKind = (typeof fieldKinds)[number]

/** What the person may do with what a field holds of them; the school's staff always sees it. */
export const fieldAccesses = ['staff', 'sees', 'edits'] as const
export type FieldAccess = (typeof fieldAccesses)[number]

/** A field that a school defined. */
export interface CustomField {
  id: string
  label: string
  hint: string
  kind: FieldKind
  /** Of the two kinds that choose; empty for the others. */
  choices: string[]
  access: FieldAccess
  isRequired: boolean
  isListed: boolean
}

const ticked = z.literal('on').optional().transform((value) => value === 'on')
const choicesMax = 50

/** A field as its form sends it; choices one a line. */
export const fieldForm = z
  .object({
    label: z.string().trim().min(1, { error: () => customFieldWords().giveLabel }).max(40).refine((label) => !isOwnColumn(label), { error: () => customFieldWords().labelRead }),
    hint: z.string().trim().max(200).default(''),
    kind: z.enum(fieldKinds, { error: () => customFieldWords().chooseKind }),
    choices: z.string().max(6000).default('').transform((text) => [...new Set(text.split(/\r?\n/).map((line) => line.trim()).filter(Boolean))]),
    access: z.enum(fieldAccesses, { error: () => customFieldWords().chooseAccess }),
    isRequired: ticked,
    isListed: ticked,
  })
  .transform((field, context) => {
    const isChoosing = field.kind === 'choice' || field.kind === 'choices'
    const fault = isChoosing ? whyNotToChooseFrom(field) : null
    if (fault) context.addIssue({ code: 'custom', path: ['choices'], message: fault })
    return { ...field, choices: isChoosing ? field.choices : [] }
  })
export type FieldInput = z.output<typeof fieldForm>

function whyNotToChooseFrom({ kind, choices }: { kind: FieldKind; choices: readonly string[] }): string | null {
  const words = customFieldWords()
  if (choices.length < 2) return words.giveChoices
  if (choices.length > choicesMax || choices.some((choice) => choice.length > 80)) return words.fewerChoices
  return kind === 'choices' && choices.some((choice) => /[;|]/.test(choice)) ? words.choicesSeparated : null
}

/** Under which name a form sends what a field holds; of several choices each has a name of its own. */
export const nameOfField = (fieldId: string, choice?: number): string => (choice === undefined ? `field-${fieldId}` : `field-${fieldId}-${choice}`)

/** What a form says for a field; empty where it says nothing. */
export function readFieldWords(form: FormData, field: Pick<CustomField, 'id' | 'kind' | 'choices'>): string[] {
  if (field.kind === 'choices') return field.choices.filter((_, place) => form.get(nameOfField(field.id, place)) === 'on')
  const value = form.get(nameOfField(field.id))
  return typeof value === 'string' && value.trim() !== '' ? [value.trim()] : []
}

/**
 * What a cell of a table says for a field: several choices are separated by a semicolon or a bar, a day may be written
 * with dots, and the mark that our own files set before what would be a formula is no part of it.
 */
export function readCell(cell: string, { kind, choices }: Pick<CustomField, 'kind' | 'choices'>): string[] {
  const text = cell.trim().replace(/^'(?=[=+\-@])/, '')
  if (text === '') return []
  const known = (word: string) => choices.find((choice) => choice.toLowerCase() === word.trim().toLowerCase()) ?? word.trim()
  if (kind === 'choices') return [...new Set(text.split(/[;|]/).map((word) => known(word)).filter(Boolean))]
  if (kind === 'choice') return [known(text)]
  if (kind === 'yes-no') return [yes.has(text.toLowerCase()) ? 'yes' : no.has(text.toLowerCase()) ? 'no' : text]
  if (kind === 'date') return [text.replace(/^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, (_, day: string, month: string, year: string) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)]
  return [text]
}

/** What a field holds as a cell of a table, so that `readCell` reads the same. */
export function writeCell({ kind }: Pick<CustomField, 'kind'>, words: readonly string[]): string {
  const [word = ''] = words
  if (kind === 'yes-no') return word === 'yes' ? customFieldWords().yes : word === 'no' ? customFieldWords().no : word
  return kind === 'choices' ? words.join('; ') : word
}

const yes = new Set(['yes', 'y', 'ja', 'j', 'true', '1', 'x'])
const no = new Set(['no', 'n', 'nein', 'false', '0'])
/** Columns of our own files, and those that a file of people says something else in; in small letters without signs. */
const ownColumns = new Set(['name', 'title', 'since', 'row', 'problem', 'email', 'emailaddress', 'mail', 'mailaddress', 'emailadresse', 'mailadresse', 'role', 'rolle'])
const isOwnColumn = (label: string) => ownColumns.has(label.toLowerCase().replace(/[^\p{L}]/gu, ''))

const lengths = { text: 200, 'long-text': 4000 } as const

/**
 * Why a field cannot hold these words; null where it can.
 *
 * @param isAsked whether an empty field is a fault where it is required
 */
export function whyNotFits({ kind, choices, isRequired }: Pick<CustomField, 'kind' | 'choices' | 'isRequired'>, words: readonly string[], { isAsked }: { isAsked: boolean }): string | null {
  const said = customFieldWords()
  const [word] = words
  if (word === undefined) return isRequired && isAsked ? said.fillIn : null
  switch (kind) {
    case 'text':
    case 'long-text':
      return word.length > lengths[kind] ? said.tooLong(lengths[kind]) : null
    case 'number':
      return /^-?\d{1,12}([.,]\d{1,4})?$/.test(word) ? null : said.noNumber
    case 'date':
      return isDay(word) ? null : said.noDate
    case 'choice':
    case 'choices':
      return words.every((one) => choices.includes(one)) ? null : said.noChoice
    case 'yes-no':
      return word === 'yes' || word === 'no' ? null : said.noYesNo
  }
}

/** Of what was said before, by the fields' ids: what fits them still. */
export function fittingWords(fields: readonly CustomField[], said: Record<string, string[]>): { fieldId: string; words: string[] }[] {
  return fields.map((field) => ({ fieldId: field.id, words: said[field.id] ?? [], field })).filter(({ field, words }) => words.length > 0 && whyNotFits(field, words, { isAsked: false }) === null).map(({ fieldId, words }) => ({ fieldId, words }))
}

function isDay(word: string): boolean {
  const day = new Date(`${word}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(word) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(word)
}

/** What a field holds, as people read it. @param locale for days and lists */
export function shownWords({ kind }: Pick<CustomField, 'kind'>, words: readonly string[], locale: string): string {
  const [word = ''] = words
  if (kind === 'yes-no') return word === 'yes' ? customFieldWords().yes : word === 'no' ? customFieldWords().no : word
  if (kind === 'date' && isDay(word)) return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${word}T00:00:00Z`))
  return kind === 'choices' ? new Intl.ListFormat(locale, { type: 'unit' }).format(words) : word
}

/** The same in a line among others: what says nothing alone has its name before it, and what is long is cut. */
export function shownInLine(field: Pick<CustomField, 'kind' | 'label'>, words: readonly string[], locale: string): string {
  const shown = shownWords(field, words, locale)
  const short = shown.length > 80 ? `${shown.slice(0, 79)}…` : shown
  return field.kind === 'choice' || field.kind === 'choices' ? short : `${field.label}: ${short}`
}
