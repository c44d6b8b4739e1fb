import type { AskSnapshot } from '../../src/platform/backup/save-tables.queries.ts'

const question = `
  select 'schools' as name, count(*)::text as value from public.organizations
  union all select 'people', count(*)::text from public.users
  union all select 'courses', count(*)::text from public.courses
  union all select 'enrolments', count(*)::text from public.enrolments
  union all select 'orders', count(*)::text from public.orders
  union all select 'events in the inbox', count(*)::text from public.webhook_events
  union all select 'entries in the ledger', count(*)::text from public.ledger_entries
  union all select 'ledger, sum of all entries', coalesce(sum(amount_cents), 0)::text from public.ledger_entries
  union all select format('ledger, %s in %s (cents)', a.kind, a.currency), coalesce(sum(e.amount_cents), 0)::text
    from public.ledger_accounts a left join public.ledger_entries e on e.organization_id = a.organization_id and e.account_id = a.id
    group by a.kind, a.currency
  order by 1`

/** Counts and sums that a person compares after a restore, by their name. */
export async function readFigures(ask: AskSnapshot): Promise<Record<string, string>> {
  return Object.fromEntries((await ask(question)).map(({ name, value }) => [String(name), String(value)]))
}

/** The files that the database promises, with the hash that it knows of each. */
export async function readPromisedFiles(ask: AskSnapshot): Promise<{ path: string; sha256: string | null }[]> {
  const rows = await ask(`select storage_key, sha256 from public.files where status = 'ready'`)
  return rows.map(({ storage_key, sha256 }) => ({ path: `files/${String(storage_key)}`, sha256: sha256 === null ? null : String(sha256) }))
}

/** The figures as lines for a screen. */
export function figureLines(figures: Record<string, string>): string {
  return Object.entries(figures).map(([name, value]) => `  ${name.padEnd(36)} ${value.padStart(12)}`).join('\n')
}
