import type { ReactNode } from 'react'
import { cn } from './class-names.ts'

/** Things one under the other with hairlines between: rows before cards. One column that may shrink, so that what is long is cut. */
export function Rows({ label, children, className }: { label?: string; children: ReactNode; className?: string }) {
  return (
    <ul aria-label={label} className={cn('grid grid-cols-1 divide-y border-y', className)}>
      {children}
    </ul>
  )
}

type RowProps = {
  /** A time, an avatar, a sign. */
  start?: ReactNode
  title: ReactNode
  /** The quiet second line. */
  text?: ReactNode
  /** A figure, a chip, a button. */
  end?: ReactNode
  /** Makes the whole row a link; buttons at its end stay their own. */
  href?: string
  className?: string
}

/** One thing of a list. */
export function Row({ start, title, text, end, href, className }: RowProps) {
  return (
    <li className={cn('relative flex min-h-14 items-center gap-3.5 py-2.5 text-[0.9375rem]', href && 'group', className)}>
      {start ? <div className="shrink-0 tabular-nums">{start}</div> : null}
      <div className="min-w-0 flex-1">
        <div className="font-medium text-ink">
          {href ? (
            <a href={href} className="after:absolute after:inset-0 group-hover:text-brand-strong">
              {title}
            </a>
          ) : (
            title
          )}
        </div>
        {text ? <div className="text-sm text-ink-3">{text}</div> : null}
      </div>
      {end ? <div className="relative z-[1] flex shrink-0 items-center gap-2 tabular-nums">{end}</div> : null}
    </li>
  )
}
