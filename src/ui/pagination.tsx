import { ChevronLeft, ChevronRight } from 'lucide-react'
import { ButtonLink } from './button.tsx'
import { cn } from './class-names.ts'
import { Icon } from './icon.tsx'

type PaginationProps = {
  newerHref?: string | null
  olderHref?: string | null
  /** What is being paged, such as "Orders". */
  label: string
  newer?: string
  older?: string
  className?: string
}

/** Newer and older, for lists that grow while they are read. Nothing when there is one page only. */
export function Pagination({ newerHref, olderHref, label, newer = 'Newer', older = 'Older', className }: PaginationProps) {
  if (!newerHref && !olderHref) return null

  return (
    <nav aria-label={`${label}, pages`} className={cn('flex items-center justify-between gap-4 pt-4', className)}>
      {newerHref ? (
        <ButtonLink size="sm" href={newerHref} rel="prev">
          <Icon of={ChevronLeft} size="sm" />
          {newer}
        </ButtonLink>
      ) : (
        <span />
      )}
      {olderHref ? (
        <ButtonLink size="sm" href={olderHref} rel="next">
          {older}
          <Icon of={ChevronRight} size="sm" />
        </ButtonLink>
      ) : null}
    </nav>
  )
}
