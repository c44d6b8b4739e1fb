import { instantLocale } from './figures.ts'

/** An instant to the second in UTC, as logs have it: what an operator compares it with. */
export function Instant({ iso, className }: { iso: string; className?: string }) {
  return (
    <time dateTime={iso} className={className}>
      {new Date(iso).toLocaleString(instantLocale(), { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', second: '2-digit', timeZone: 'UTC' })}
    </time>
  )
}
