import { ChevronLeft, ChevronRight } from 'lucide-react'
import { ButtonLink } from './button.tsx'
import { cn } from './class-names.ts'
import { Icon } from './icon.tsx'
import { partWords } from './words/part-words.ts'

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
export function Pagination({ newerHref, olderHref, label, newer, older, className }: PaginationProps) {
  if (!newerHref && !olderHref) return null

  const words = partWords()
  return (
    <nav aria-label={words.pagesOf(label)} className={cn('flex items-center justify-between gap-4 pt-4', className)}>
      {newerHref ? (
        <ButtonLink size="sm" href={newerHref} rel="prev">
          <Icon of={ChevronLeft} size="sm" className="rtl:rotate-180" />
          {newer ?? words.newer}
        </ButtonLink>
      ) : (
        <span />
      )}
      {olderHref ? (
        <ButtonLink size="sm" href={olderHref} rel="next">
          {older ?? words.older}
          <Icon of={ChevronRight} size="sm" className="rtl:rotate-180" />
        </ButtonLink>
      ) : null}
    </nav>
  )
}
