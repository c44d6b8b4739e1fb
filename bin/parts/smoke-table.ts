/** What came of one look. */
export interface SmokeRow {
  what: string
  outcome: 'ok' | 'failed' | 'not run'
  says: string
}

const marks = { ok: '✓', failed: '✗', 'not run': '–' } as const

/**
 * Prints what was looked at, a line each.
 *
 * @returns whether nothing failed
 */
export function printSmoke(rows: readonly SmokeRow[], print: (line: string) => void): boolean {
  const width = Math.max(...rows.map(({ what }) => what.length))
  for (const { what, outcome, says } of rows) print(`${marks[outcome]} ${what.padEnd(width)}  ${outcome.padEnd(7)}  ${says}`)
  const count = (wanted: SmokeRow['outcome']) => rows.filter(({ outcome }) => outcome === wanted).length
  print(`\n${count('ok')} ok, ${count('failed')} failed, ${count('not run')} not run`)
  return count('failed') === 0
}
