import type { ReactNode } from 'react'
import { cn } from './class-names.ts'

type PageHeaderProps = {
  title: ReactNode
  /** One sentence that says how things stand. */
  text?: ReactNode
  /** What can be done here; the main one last. */
  actions?: ReactNode
  /** Breadcrumbs or a chip above the title. */
  above?: ReactNode
  className?: string
}

/** The head of a working page: where one is, how it stands, what can be done. */
export function PageHeader({ title, text, actions, above, className }: PageHeaderProps) {
  return (
    <header className={cn('flex flex-wrap items-start justify-between gap-x-6 gap-y-4', className)}>
      <div className="min-w-0 flex-1 basis-72">
        {above ? <div className="mb-1.5">{above}</div> : null}
        <h1 className="text-xl font-semibold tracking-[-0.018em]">{title}</h1>
        {text ? <p className="mt-1 max-w-[70ch] text-sm text-ink-2">{text}</p> : null}
      </div>
      {actions ? <div className="flex flex-wrap items-center gap-2.5">{actions}</div> : null}
    </header>
  )
}

/** The head of a part of a working page. */
export function SectionHeader({ title, actions, className }: { title: ReactNode; actions?: ReactNode; className?: string }) {
  return (
    <div className={cn('mb-2.5 flex items-center justify-between gap-4', className)}>
      <h2 className="text-base font-semibold">{title}</h2>
      {actions ? <div className="flex items-center gap-3 text-sm text-ink-2">{actions}</div> : null}
    </div>
  )
}
