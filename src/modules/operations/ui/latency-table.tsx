import { Table, type Column } from '#ui/table.tsx'
import { duration, share } from './words.ts'

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

const columns: Column<ProviderView>[] = [
  { key: 'provider', header: 'Provider', names: true, cell: ({ provider }) => <span className="font-medium">{provider ?? 'All together'}</span> },
  { key: 'done', header: 'Done', align: 'end', cell: ({ completed }) => completed.toLocaleString('en') },
  { key: 'fast', header: 'Fast path', align: 'end', cell: ({ completed, fast }) => share(fast, completed) },
  { key: 'here', header: 'From arrival', align: 'end', cell: ({ here }) => <Three of={here} /> },
  { key: 'sync', header: 'From the provider', align: 'end', cell: ({ sync }) => <Three of={sync} /> },
]

/** How long it takes until what a provider says holds here, from when it arrived and from when it happened there. */
export function LatencyTable({ providers }: { providers: readonly ProviderView[] }) {
  // One provider is all together.
  const rows = providers.length === 2 ? providers.slice(0, 1) : providers
  return (
    <>
      <p className="mb-4 text-sm text-ink-2">How long it took for half, for 95 and for 99 in a hundred (p50, p95, p99): from arrival here, and from when it happened at the provider.</p>
      <Table caption="Latency of each provider" columns={columns} rows={rows} rowKey={({ provider }) => provider ?? ''} />
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
