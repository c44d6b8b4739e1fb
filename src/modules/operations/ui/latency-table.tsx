import { Table, type Column } from '#ui/table.tsx'
import { duration, figure, share } from './figures.ts'
import { installationWords } from './words/installation-words.ts'

interface LatencyView {
  p50Ms: number
  p95Ms: number
  p99Ms: number
}

export interface ProviderView {
  /** Null: all together. */
  provider: string | null
  completed: number
  fast: number
  here: LatencyView
  sync: LatencyView
}

function columns(): Column<ProviderView>[] {
  const words = installationWords()
  return [
    { key: 'provider', header: words.provider, names: true, cell: ({ provider }) => <span className="font-medium">{provider ?? words.allTogether}</span> },
    { key: 'done', header: words.done, align: 'end', cell: ({ completed }) => figure(completed) },
    { key: 'fast', header: words.fastPath, align: 'end', cell: ({ completed, fast }) => share(fast, completed) },
    { key: 'here', header: words.fromArrival, align: 'end', cell: ({ here }) => <Three of={here} /> },
    { key: 'sync', header: words.fromProvider, align: 'end', cell: ({ sync }) => <Three of={sync} /> },
  ]
}

/** How long it takes until what a provider says holds here, from when it arrived and from when it happened there. */
export function LatencyTable({ providers }: { providers: readonly ProviderView[] }) {
  // One provider is all together.
  const rows = providers.length === 2 ? providers.slice(0, 1) : providers
  return (
    <>
      <p className="mb-4 text-sm text-ink-2">{installationWords().latencyText}</p>
      <Table caption={installationWords().latencyCaption} columns={columns()} rows={rows} rowKey={({ provider }) => provider ?? ''} />
    </>
  )
}

function Three({ of }: { of: LatencyView }) {
  return (
    <span className="inline-flex whitespace-nowrap text-right max-sm:gap-x-3 sm:*:w-[4.25rem]">
      <span>{duration(of.p50Ms)}</span>
      <span>{duration(of.p95Ms)}</span>
      <span>{duration(of.p99Ms)}</span>
    </span>
  )
}
