import type { ReactNode } from 'react'
import { cn } from './class-names.ts'

type StatProps = {
  label: ReactNode
  value: ReactNode
  /** Explains the figure: what it is made of, or how it changed. */
  note?: ReactNode
  tone?: 'neutral' | 'good' | 'warn' | 'bad'
  /** Makes the whole figure a way to what stands behind it. */
  href?: string
}

const toneStyles = { neutral: 'text-ink-3', good: 'text-good', warn: 'text-warn', bad: 'text-bad' } as const

/** One figure that explains itself. Stands inside a StatRow. */
export function Stat({ label, value, note, tone = 'neutral', href }: StatProps) {
  return (
    <div className="relative px-5 pb-4 pt-4 transition-colors has-[a:hover]:bg-sunken">
      <dt className="text-sm text-ink-2">
        {href ? (
          <a href={href} className="after:absolute after:inset-0">
            {label}
          </a>
        ) : (
          label
        )}
      </dt>
      <dd className="mt-0.5 text-[1.6875rem] font-semibold leading-tight tracking-[-0.022em] tabular-nums">{value}</dd>
      {note ? <dd className={cn('mt-1 text-[0.8125rem] tabular-nums', toneStyles[tone])}>{note}</dd> : null}
    </div>
  )
}

/** Two to five figures in one frame; two abreast on a phone, where an odd last one takes the whole width. */
export function StatRow({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <dl
      className={cn(
        'grid grid-cols-2 gap-px overflow-hidden rounded-lg border bg-line *:bg-raised max-lg:[&>*:last-child:nth-child(odd)]:col-span-2 lg:grid-flow-col lg:auto-cols-fr lg:grid-cols-none',
        className,
      )}
    >
      {children}
    </dl>
  )
}
