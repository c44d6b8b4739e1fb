import type { InvitationImport } from '#modules/tenancy/index.ts'
import type { ImportOutcome } from '#modules/tenancy/imports/import.schema.ts'

/** An import as its pages show it. */
export interface ImportView extends Omit<InvitationImport, 'createdAt' | 'endedAt'> {
  createdAt: string
  total: number
}

export function importView({ endedAt: _endedAt, createdAt, ...found }: InvitationImport): ImportView {
  return { ...found, createdAt: createdAt.toISOString(), total: Object.values(found.counts).reduce((sum, count) => sum + count, 0) }
}

/** What the state of an import is called. */
export const stateWords: Record<InvitationImport['state'], { label: string; tone: 'neutral' | 'brand' | 'good' | 'warn' }> = {
  checked: { label: 'Not sent yet', tone: 'warn' },
  running: { label: 'Going out', tone: 'brand' },
  stopped: { label: 'Stopped', tone: 'neutral' },
  done: { label: 'Done', tone: 'good' },
}

/** What the outcome of a row is called; `many` heads the rows of it. */
export const outcomeWords: Record<ImportOutcome, { label: string; many: string; tone: 'neutral' | 'good' | 'brand' | 'bad' }> = {
  new: { label: 'New', many: 'New', tone: 'brand' },
  sent: { label: 'Invited', many: 'Invited', tone: 'good' },
  invited: { label: 'Invited already', many: 'Invited already', tone: 'neutral' },
  member: { label: 'Here already', many: 'Here already', tone: 'neutral' },
  'bad-address': { label: 'Bad address', many: 'Bad addresses', tone: 'bad' },
  'unknown-role': { label: 'Unknown role', many: 'Unknown roles', tone: 'bad' },
  duplicate: { label: 'Twice in the file', many: 'Twice in the file', tone: 'bad' },
}
