import type { InvitationImport } from '#modules/tenancy/index.ts'
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
  member: { label: peopleWords().hereAlready, many: peopleWords().hereAlready, tone: 'neutral' },
  'bad-address': { label: peopleWords().badAddress, many: peopleWords().badAddresses, tone: 'bad' },
  'unknown-role': { label: peopleWords().unknownRole, many: peopleWords().unknownRoles, tone: 'bad' },
  'bad-field': { label: peopleWords().badField, many: peopleWords().badFields, tone: 'bad' },
  duplicate: { label: peopleWords().twiceInFile, many: peopleWords().twiceInFile, tone: 'bad' },
})
