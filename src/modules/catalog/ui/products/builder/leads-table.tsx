import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { When } from '#ui/when.tsx'
import { productBuilderWords } from '../../words/product-builder-words.ts'

/** An address as the page of addresses shows it. */
export type LeadView = { id: string; email: string; consentText: string; /** ISO 8601. */ askedAt: string; state: 'asked' | 'subscribed' | 'stopped' }

const states = () => ({
  asked: { tone: 'neutral', label: productBuilderWords().notConfirmed },
  subscribed: { tone: 'good', label: productBuilderWords().confirmed },
  stopped: { tone: 'warn', label: productBuilderWords().stopped },
} as const)

/** Who left an address, what they agreed to, and how it stands. */
export function LeadsTable({ leads, mayRemove, zone, locale }: { leads: readonly LeadView[]; mayRemove: boolean; zone: string; locale: string }) {
  const words = productBuilderWords()
  const columns: Column<LeadView>[] = [
    { key: 'email', header: words.address, names: true, cell: (lead) => <span className="font-medium wrap-anywhere">{lead.email}</span> },
    { key: 'state', header: words.state, cell: (lead) => <Chip tone={states()[lead.state].tone}>{states()[lead.state].label}</Chip> },
    { key: 'asked', header: words.asked, cell: (lead) => <When iso={lead.askedAt} zone={zone} locale={locale} show="day" className="whitespace-nowrap" /> },
    { key: 'consent', header: words.agreedTo, cell: (lead) => <span className="block max-w-[44ch] text-[0.8125rem] text-ink-2">{lead.consentText}</span> },
  ]
  if (mayRemove) {
    columns.push({
      key: 'remove',
      header: <span className="sr-only">{words.whatCanBeDone}</span>,
      bare: true,
      cell: (lead) => (
        <details className="text-right max-sm:text-left">
          <summary className="touch inline-flex min-h-9 cursor-pointer items-center text-sm text-ink-2 underline underline-offset-3">{words.forgetEllipsis}</summary>
          <form method="post" className="grid justify-items-end gap-2 pt-1 max-sm:justify-items-start">
            <p className="max-w-[30ch] text-sm text-ink-2">{words.forgetText}</p>
            <input type="hidden" name="id" value={lead.id} />
            <Button type="submit" size="sm" variant="danger" aria-label={words.forgetNamed(lead.email)}>
              {words.forgetIt}
            </Button>
          </form>
        </details>
      ),
    })
  }
  return <Table caption={words.addressesNewest} columns={columns} rows={leads} rowKey={(lead) => lead.id} empty={<EmptyState title={words.nobodyAsked}>{words.addressesEmpty}</EmptyState>} />
}
