import { LanguageSwitch } from '#ui/language-switch.tsx'
import type { SchoolPage } from './public-pages.schema.ts'
import { schoolLinks } from './school-links.ts'
import { useKindWords } from './words/kind-words.ts'
import { schoolWords } from './words/school-words.ts'

/** The foot of every public page: the school's one line, and the ways on. */
export function SchoolFooter({ school, base, links, viewer, languages, hasProducts, documents = [] }: SchoolPage) {
  const to = schoolLinks({ base, links })
  const words = schoolWords()
  const kind = useKindWords()
  const ways = [
    { href: to.courses, label: kind.courses },
    ...(hasProducts ? [{ href: to.products, label: words.products }] : []),
    viewer ? { href: to.library, label: kind.myCourses } : { href: to.signIn, label: words.signIn },
    ...documents.map(({ title, href }) => ({ href, label: title })),
  ]

  return (
    <footer className="mt-auto border-t">
      <div className="wrap flex flex-wrap items-end justify-between gap-x-12 gap-y-6 py-10">
        <div>
          <p className="font-display text-lg tracking-[-0.01em] font-[520]">{school.name}</p>
          {school.tagline ? <p className="mt-1 max-w-[52ch] text-sm text-ink-2">{school.tagline}</p> : null}
        </div>
        <div className="flex flex-wrap gap-x-10">
        {languages ? <LanguageSwitch {...languages} /> : null}
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
      </div>
    </footer>
  )
}
