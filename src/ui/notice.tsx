import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from './class-names.ts'
import { Icon } from './icon.tsx'

const tones = {
  neutral: { look: 'bg-sunken', sign: 'text-ink-2', icon: Info },
  good: { look: 'bg-good-tint', sign: 'text-good', icon: CircleCheck },
  warn: { look: 'bg-warn-tint', sign: 'text-warn', icon: TriangleAlert },
  bad: { look: 'bg-bad-tint', sign: 'text-bad', icon: CircleAlert },
} as const

type NoticeProps = {
  tone?: keyof typeof tones
  title: ReactNode
  children?: ReactNode
  /** What to do about it: a link or a button. */
  action?: ReactNode
  className?: string
}

/** A fact that stands in the page: what is so, and what to do about it. */
export function Notice({ tone = 'neutral', title, children, action, className }: NoticeProps) {
  const { look, sign, icon } = tones[tone]

  return (
    <div className={cn('flex flex-wrap items-start gap-x-4 gap-y-3 rounded-md px-4 py-3.5', look, className)}>
      <div className="flex min-w-0 flex-1 basis-64 gap-3">
        <Icon of={icon} size="lg" className={cn('mt-0.5', sign)} />
        <div className="min-w-0">
          <p className="font-medium text-ink">{title}</p>
          {children ? <div className="mt-0.5 text-sm text-ink-2">{children}</div> : null}
        </div>
      </div>
      {action ? <div className="shrink-0">{action}</div> : null}
    </div>
  )
}
