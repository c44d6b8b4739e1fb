import { readRun, sumDrift, type DriftLine, type ReconcileCtx } from '#modules/operations/index.ts'

const standings = [
  { standing: 'missing', title: 'missing here' },
  { standing: 'stale', title: 'stale' },
  { standing: 'gone', title: 'should be gone' },
] as const

/**
 * Prints what a walk found: totals, and the first few of each sort. Values that name a person are masked.
 *
 * @param shown how many of each sort
 * @returns how many are not healed
 */
export async function printDrift(ctx: Pick<ReconcileCtx, 'inSystem'>, runId: string, shown: number, say: (line: string) => void): Promise<number> {
  let open = 0
  for (const { standing, title } of standings) {
    const { drift, lines } = await readRun(ctx, runId, { filter: { standing, kind: null, isOpen: false }, limit: shown })
    const [all, healed, held] = [sumDrift(drift, { standing }), sumDrift(drift, { standing, state: 'healed' }), sumDrift(drift, { standing, state: 'held' })]
    open += all - healed
    say(`\n${title}: ${count(all)}${all > 0 ? ` (${['user', 'organization', 'membership'].map((kind) => wordOf(kind, sumDrift(drift, { standing, kind: kind as DriftLine['kind'] }))).join(', ')})` : ''}${healed > 0 ? `, ${count(healed)} healed` : ''}${held > 0 ? `, ${count(held)} held back` : ''}`)
    for (const line of lines) say(lineOf(line))
    if (all > lines.length) say(`  … and ${count(all - lines.length)} more`)
  }
  return open
}

function lineOf({ kind, subject, about, differences, state, note }: DriftLine): string {
  const fields = differences.map(({ field, here, there }) => `${field}: ${here ?? '—'} → ${there ?? '—'}`).join(', ')
  return ['  ', state === 'healed' ? '✓' : state === 'open' ? '·' : '!', ` ${kind.padEnd(12)} ${subject}`, about ? `  (${about})` : '', fields ? `  ${fields}` : '', note ? `  ${note}` : ''].join('')
}

function wordOf(kind: string, number: number): string {
  return `${count(number)} ${kind}${number === 1 ? '' : 's'}`
}

function count(number: number): string {
  return number.toLocaleString('en')
}
