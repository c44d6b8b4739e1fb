import { Menu } from 'lucide-react'
import { ButtonLink } from '#ui/button.tsx'
import { cn } from '#ui/class-names.ts'
import { Icon } from '#ui/icon.tsx'
import { AccountLines, line, panel, PersonMenu } from './person-menu.tsx'
import type { SchoolLinks, SchoolPage, Viewer } from './public-pages.schema.ts'
import { schoolLinks } from './school-links.ts'
import { SchoolMark } from './school-mark.tsx'
import { useKindWords } from './words/kind-words.ts'
import { schoolWords } from './words/school-words.ts'

type SchoolHeaderProps = SchoolPage & {
  /** Which of the links is this page. */
  current?: 'courses' | 'products'
}

type Place = { href: string; label: string; current?: boolean }

/** The top of every public page: who the school is, where one can go, who one is. Its menus are details elements and need no script. */
export function SchoolHeader({ school, base, links, viewer, hasProducts, places: schools, current }: SchoolHeaderProps) {
  const to = schoolLinks({ base, links })
  const words = schoolWords()
  const kind = useKindWords()
  // The same on every page. Teachers stand on the first one alone, and not in every school: the first page leads to them.
  const places: Place[] = [{ href: to.courses, label: kind.courses, current: current === 'courses' }]
  if (hasProducts) places.push({ href: to.products, label: words.products, current: current === 'products' })

  return (
    <header className="wrap flex h-[68px] items-center gap-6 sm:h-[76px]">
      <SchoolMark school={school} href={to.home} />
      <nav aria-label={words.navigation} className="ms-auto hidden items-center gap-6 text-[0.9375rem] sm:flex">
        {places.map(({ href, label, current: isCurrent }) => (
          <a
            key={label}
            href={href}
            aria-current={isCurrent ? 'page' : undefined}
            className={cn('touch hover:text-ink', isCurrent ? 'font-medium text-ink' : 'text-ink-2')}
          >
            {label}
          </a>
        ))}
        {viewer ? (
          <>
            <a href={to.library} className="touch text-ink-2 hover:text-ink">
              {kind.myCourses}
            </a>
            <PersonMenu viewer={viewer} to={to} places={schools} />
          </>
        ) : (
          <ButtonLink href={to.signIn} size="sm">
            {words.signIn}
          </ButtonLink>
        )}
      </nav>
      <PhoneMenu places={places} schools={schools} viewer={viewer} to={to} />
    </header>
  )
}

function PhoneMenu({ places, schools, viewer, to }: { places: Place[]; schools: SchoolPage['places']; viewer: Viewer | null; to: SchoolLinks }) {
  const words = schoolWords()
  const kind = useKindWords()
  return (
    <div className="relative ms-auto flex items-center gap-1 sm:hidden">
      {viewer ? null : (
        <ButtonLink href={to.signIn} variant="quiet" className="px-3">
          {words.signIn}
        </ButtonLink>
      )}
      <details className="-me-2.5">
        <summary aria-label={words.menu} className="grid size-11 place-items-center rounded-md">
          <Icon of={Menu} size="xl" />
        </summary>
        <nav aria-label={words.phoneNavigation} className={cn(panel, 'w-[min(300px,80vw)]')}>
          {places.map(({ href, label, current }) => (
            <a key={label} href={href} aria-current={current ? 'page' : undefined} className={cn(line, current && 'font-medium')}>
              {label}
            </a>
          ))}
          {viewer ? (
            <>
              <a href={to.library} className={line}>
                {kind.myCourses}
              </a>
              <div className="-mx-2 my-1.5 border-t" />
              <AccountLines viewer={viewer} to={to} places={schools} />
            </>
          ) : null}
        </nav>
      </details>
    </div>
  )
}
