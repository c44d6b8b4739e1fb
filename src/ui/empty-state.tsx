import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from './class-names.ts'
import { Icon } from './icon.tsx'

type EmptyStateProps = {
  icon?: LucideIcon
  title: string
  /** What will stand here, and how it gets here. */
  children?: ReactNode
  /** The next step. */
  action?: ReactNode
  className?: string
}

/** A list with nothing in it yet: what it is for, and the next step. */
export function EmptyState({ icon, title, children, action, className }: EmptyStateProps) {
  return (
    <div className={cn('grid content-start justify-items-center gap-1.5 rounded-lg border border-dashed border-edge px-6 py-12 text-center', className)}>
      {icon ? (
        <span className="mb-2 grid size-11 place-items-center rounded-full bg-brand-tint text-brand-strong">
          <Icon of={icon} size="lg" />
        </span>
      ) : null}
      <p className="font-semibold">{title}</p>
      {children ? <div className="max-w-[46ch] text-balance text-[0.9375rem] text-ink-2">{children}</div> : null}
      {action ? <div className="mt-4 flex flex-wrap justify-center gap-2.5">{action}</div> : null}
    </div>
  )
}
