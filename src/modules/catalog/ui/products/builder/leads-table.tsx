import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { When } from '#ui/when.tsx'

/** An address as the page of addresses shows it. */
export type LeadView = { id: string; email: string; consentText: string; /** ISO 8601. */ askedAt: string; state: 'asked' | 'subscribed' | 'stopped' }

const states = {
  asked: { tone: 'neutral', label: 'Not confirmed' },
  subscribed: { tone: 'good', label: 'Confirmed' },
  stopped: { tone: 'warn', label: 'Stopped' },
} as const

/** Who left an address, what they agreed to, and how it stands. */
export function LeadsTable({ leads, mayRemove, zone, locale }: { leads: readonly LeadView[]; mayRemove: boolean; zone: string; locale: string }) {
  const columns: Column<LeadView>[] = [
    { key: 'email', header: 'Address', names: true, cell: (lead) => <span className="font-medium wrap-anywhere">{lead.email}</span> },
    { key: 'state', header: 'State', cell: (lead) => <Chip tone={states[lead.state].tone}>{states[lead.state].label}</Chip> },
    { key: 'asked', header: 'Asked', cell: (lead) => <When iso={lead.askedAt} zone={zone} locale={locale} show="day" className="whitespace-nowrap" /> },
    { key: 'consent', header: 'Agreed to', cell: (lead) => <span className="block max-w-[44ch] text-[0.8125rem] text-ink-2">{lead.consentText}</span> },
  ]
  if (mayRemove) {
    columns.push({
      key: 'remove',
      header: <span className="sr-only">What can be done</span>,
      bare: true,
      cell: (lead) => (
        <details className="text-right max-sm:text-left">
          <summary className="touch inline-flex min-h-9 cursor-pointer items-center text-sm text-ink-2 underline underline-offset-3">Forget…</summary>
          <form method="post" className="grid justify-items-end gap-2 pt-1 max-sm:justify-items-start">
            <p className="max-w-[30ch] text-sm text-ink-2">The address and what it agreed to are deleted. This cannot be undone.</p>
            <input type="hidden" name="id" value={lead.id} />
            <Button type="submit" size="sm" variant="danger" aria-label={`Forget ${lead.email}`}>
              Forget it
            </Button>
          </form>
        </details>
      ),
    })
  }
  return <Table caption="Addresses, the newest first" columns={columns} rows={leads} rowKey={(lead) => lead.id} empty={<EmptyState title="Nobody has asked for it yet">Addresses appear here as soon as somebody leaves one on the product’s page.</EmptyState>} />
}
