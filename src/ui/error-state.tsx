import { CloudOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from './class-names.ts'
import { Icon } from './icon.tsx'

type ErrorStateProps = {
  title?: string
  children?: ReactNode
  /** The way back: try again, or somewhere that works. */
  action?: ReactNode
  /** What support needs to find this fault. */
  reference?: string
  className?: string
}

/** Something that could not be shown, and the way back. */
export function ErrorState({ title = 'This could not be loaded', children, action, reference, className }: ErrorStateProps) {
  return (
    <div role="alert" className={cn('grid justify-items-center gap-1.5 rounded-lg border px-6 py-12 text-center', className)}>
      <span className="mb-2 grid size-11 place-items-center rounded-full bg-bad-tint text-bad">
        <Icon of={CloudOff} size="lg" />
      </span>
      <p className="font-semibold">{title}</p>
      <div className="max-w-[46ch] text-[0.9375rem] text-ink-2">{children ?? 'Nothing was lost. Try again in a moment.'}</div>
      {action ? <div className="mt-4 flex flex-wrap justify-center gap-2.5">{action}</div> : null}
      {reference ? <p className="mt-3 text-xs text-ink-3">Reference: {reference}</p> : null}
    </div>
  )
}
