import type { ImportRow, InvitationImport } from '#modules/tenancy/index.ts'
import { shownInLine, whyNotFits, type CustomField } from '#modules/tenancy/fields/field.schema.ts'
import type { ImportOutcome } from '#modules/tenancy/imports/import.schema.ts'
import { peopleWords } from '../../../words/people-words.ts'

/** An import as its pages show it. */
export interface ImportView extends Omit<InvitationImport, 'createdAt' | 'endedAt'> {
  createdAt: string
  total: number
}

export function importView({ endedAt: _endedAt, createdAt, ...found }: InvitationImport): ImportView {
  return { ...found, createdAt: createdAt.toISOString(), total: Object.values(found.counts).reduce((sum, count) => sum + count, 0) }
}

/** A row as it is shown: what it says for the school's fields is a line of words. */
export interface RowView extends Omit<ImportRow, 'customValues'> {
  details: string
}

/** Of a row with a bad field only what does not fit is said. */
export function rowView({ customValues, ...row }: ImportRow, fields: readonly CustomField[], locale: string): RowView {
  const said = fields.flatMap((field) => (customValues[field.id] ? [{ field, words: customValues[field.id] ?? [] }] : []))
  if (row.outcome !== 'bad-field') return { ...row, details: said.map(({ field, words }) => shownInLine(field, words, locale)).join(' · ') }
  const bad = said.filter(({ field, words }) => whyNotFits(field, words, { isAsked: false }) !== null)
  return { ...row, details: bad.map(({ field, words }) => peopleWords().fitsNot(field.label, words.join('; ').slice(0, 60))).join(' · ') }
}

/** What the state of an import is called. */
export const stateWords = (): Record<InvitationImport['state'], { label: string; tone: 'neutral' | 'brand' | 'good' | 'warn' }> => ({
  checked: { label: peopleWords().notSentYet, tone: 'warn' },
  running: { label: peopleWords().goingOut, tone: 'brand' },
  stopped: { label: peopleWords().stopped, tone: 'neutral' },
  done: { label: peopleWords().done, tone: 'good' },
})

/** What the outcome of a row is called; `many` heads the rows of it. */
export const outcomeWords = (): Record<ImportOutcome, { label: string; many: string; tone: 'neutral' | 'good' | 'brand' | 'bad' }> => ({
  new: { label: peopleWords().isNew, many: peopleWords().isNew, tone: 'brand' },
  sent: { label: peopleWords().invited, many: peopleWords().invited, tone: 'good' },
  invited: { label: peopleWords().invitedAlready, many: peopleWords().invitedAlready, tone: 'neutral' },
  details: { label: peopleWords().hasDetails, many: peopleWords().hasDetails, tone: 'brand' },
  filled: { label: peopleWords().detailsFilled, many: peopleWords().detailsFilled, tone: 'good' },
  member: { label: peopleWords().hereAlready, many: peopleWords().hereAlready, tone: 'neutral' },
  'bad-address': { label: peopleWords().badAddress, many: peopleWords().badAddresses, tone: 'bad' },
  'unknown-role': { label: peopleWords().unknownRole, many: peopleWords().unknownRoles, tone: 'bad' },
  'bad-field': { label: peopleWords().badField, many: peopleWords().badFields, tone: 'bad' },
  duplicate: { label: peopleWords().twiceInFile, many: peopleWords().twiceInFile, tone: 'bad' },
})
