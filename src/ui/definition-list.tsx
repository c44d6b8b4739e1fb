import type { ReactNode } from 'react'
import { cn } from './class-names.ts'

export type Definition = { term: string; value: ReactNode }

/** Facts by name: beside each other where there is room, under each other on a phone. */
export function DefinitionList({ items, className }: { items: readonly Definition[]; className?: string }) {
  return (
    <dl className={cn('divide-y border-y text-[0.9375rem]', className)}>
      {items.map(({ term, value }) => (
        <div key={term} className="grid gap-x-6 gap-y-0.5 py-3 sm:grid-cols-[minmax(140px,220px)_1fr]">
          <dt className="text-sm text-ink-3 sm:text-[0.9375rem]">{term}</dt>
          <dd className="min-w-0 wrap-anywhere text-ink">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
