import type { SchoolPage } from './public-pages.schema.ts'
import { schoolLinks } from './school-links.ts'

/** The foot of every public page: the school's one line, and the ways on. */
export function SchoolFooter({ school, base, links, viewer }: SchoolPage) {
  const to = schoolLinks({ base, links })
  const ways = [
    { href: to.courses, label: 'Courses' },
    viewer ? { href: to.library, label: 'My courses' } : { href: to.signIn, label: 'Sign in' },
  ]

  return (
    <footer className="mt-auto border-t">
      <div className="wrap flex flex-wrap items-end justify-between gap-x-12 gap-y-6 py-10">
        <div>
          <p className="font-display text-lg tracking-[-0.01em] font-[520]">{school.name}</p>
          {school.tagline ? <p className="mt-1 max-w-[52ch] text-sm text-ink-2">{school.tagline}</p> : null}
        </div>
        <ul className="flex flex-wrap gap-x-6 text-sm text-ink-2">
          {ways.map(({ href, label }) => (
            <li key={href}>
              <a href={href} className="inline-flex min-h-11 items-center hover:text-ink hover:underline">
                {label}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </footer>
  )
}
