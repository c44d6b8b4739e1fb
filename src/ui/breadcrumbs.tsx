import { cn } from './class-names.ts'
import { partWords } from './words/part-words.ts'

export type Crumb = { label: string; href?: string }

/** The way up. The last crumb is the page itself and is no link. */
export function Breadcrumbs({ crumbs, className }: { crumbs: readonly Crumb[]; className?: string }) {
  return (
    <nav aria-label={partWords().breadcrumb} className={cn('text-sm text-ink-3', className)}>
      <ol className="flex flex-wrap items-center gap-x-2">
        {crumbs.map(({ label, href }, index) => (
          <li key={label} className="flex items-center gap-x-2">
            {index > 0 ? <span aria-hidden="true">/</span> : null}
            {href ? (
              <a href={href} className="touch hover:text-ink hover:underline">
                {label}
              </a>
            ) : (
              <span aria-current="page">{label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
