import type { ReactNode } from 'react'
import { cn } from '#ui/class-names.ts'

type PartProps = {
  /** The id, so that links can lead here. */
  anchor: string
  title: string
  /** `line` begins with a hairline, `band` lies on a ground of its own from edge to edge. */
  ground?: 'line' | 'sunken' | 'tint'
  /** Where the heading stands: over what follows, or in a column of its own beside it. */
  heading?: 'above' | 'beside' | 'centred'
  /** Stands at the end of the heading's line. */
  more?: ReactNode
  children: ReactNode
}

const grounds = { line: '', sunken: 'bg-sunken', tint: 'bg-brand-tint' } as const

/** One part of a school's first page, with its heading. */
export function Part({ anchor, title, ground = 'line', heading = 'above', more, children }: PartProps) {
  const isBand = ground !== 'line'
  return (
    <section id={anchor} aria-labelledby={title ? `${anchor}-title` : undefined} className={grounds[ground]}>
      <div className="wrap">
        <div className={cn('py-(--rhythm)', !isBand && 'border-t-(length:--rule) border-(--rule-colour)', heading === 'beside' && 'gap-x-14 lg:grid lg:grid-cols-[minmax(0,300px)_minmax(0,1fr)]')}>
          {title ? (
            <div className={cn('mb-7 flex items-baseline justify-between gap-4', heading === 'centred' && 'justify-center text-center')}>
              <h2 id={`${anchor}-title`} className="display text-(length:--heading) leading-[1.1]">
                {title}
              </h2>
              {more}
            </div>
          ) : null}
          {heading === 'beside' ? <div className="min-w-0 lg:col-start-2 lg:row-start-1">{children}</div> : children}
        </div>
      </div>
    </section>
  )
}
