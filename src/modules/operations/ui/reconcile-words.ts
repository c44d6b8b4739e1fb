/** What a difference is called, and what it looks like. */
export const standingWords = {
  missing: { label: 'Missing here', tone: 'warn' },
  stale: { label: 'Stale', tone: 'neutral' },
  gone: { label: 'Should be gone', tone: 'bad' },
} as const

export const driftStateWords = {
  open: { label: 'Open', tone: 'neutral' },
  healed: { label: 'Healed', tone: 'good' },
  held: { label: 'Held back', tone: 'warn' },
  failed: { label: 'Not healed', tone: 'bad' },
} as const

export const kindWords = {
  user: { one: 'user', many: 'users' },
  organization: { one: 'organization', many: 'organizations' },
  membership: { one: 'membership', many: 'memberships' },
} as const

export const runStateWords = {
  running: { label: 'Running', tone: 'neutral' },
  done: { label: 'Done', tone: 'good' },
  failed: { label: 'Broke off', tone: 'bad' },
} as const

const modeWords = { full: 'Everything', recent: 'Who changed lately', backfill: 'First import' } as const
const starterWords = { clock: 'by the clock', command: 'by a command', operator: 'by an operator' } as const

export function runTitle(run: { mode: keyof typeof modeWords; isApplied: boolean }): string {
  return run.mode === 'full' ? (run.isApplied ? 'Compare and heal' : 'Compare only') : modeWords[run.mode]
}

export function starterWord(starter: keyof typeof starterWords): string {
  return starterWords[starter]
}

const fieldWords: Record<string, string> = { name: 'Name', email: 'Address', verified: 'Address verified', picture: 'Picture', slug: 'Slug', role: 'Role', ended: 'Ended', membership: 'Linked to' }

export function fieldWord(field: string): string {
  return fieldWords[field] ?? field
}
