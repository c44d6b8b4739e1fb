import type { LucideIcon } from 'lucide-react'
import { Ellipsis } from 'lucide-react'
import type { ReactNode } from 'react'
import { Avatar } from './avatar.tsx'
import { cn } from './class-names.ts'
import { Icon } from './icon.tsx'
import { SkipLink } from './skip-link.tsx'
import { useClosing } from './use-closing.ts'
import { partWords } from './words/part-words.ts'

export type NavItem = {
  href: string
  label: string
  icon: LucideIcon
  /** How many wait there. */
  count?: number
  current?: boolean
}

type AppShellProps = {
  /** Where one is: its name, and a line or link under it such as the role with a switch. */
  place: { name: string; href: string; imageUrl?: string | null; note?: ReactNode; /** Opens the way to other places. */ switcher?: ReactNode }
  items: readonly NavItem[]
  /** What stands at the foot of the rail: settings, help. */
  footItems?: readonly NavItem[]
  /** Who is signed in, a theme toggle: under the foot items. */
  foot?: ReactNode
  /** Something that is true on every page just now, above it. */
  banner?: ReactNode
  children: ReactNode
}

/** Signed-in working pages: a rail at the left where there is room, a bar at the foot of a phone. */
export function AppShell({ place, items, footItems = [], foot, banner, children }: AppShellProps) {
  return (
    <div className="min-h-dvh bg-paper md:grid md:grid-cols-[236px_minmax(0,1fr)]">
      <SkipLink />
      <div className="hidden border-r bg-sunken md:block">
        <nav aria-label={partWords().main} className="sticky top-0 flex h-dvh flex-col overflow-y-auto px-3 py-4">
          <Place place={place} />
          <div className="mt-3.5 flex flex-1 flex-col gap-0.5">
            {items.map((item) => (
              <RailLink key={item.href} item={item} />
            ))}
            <div className="mt-auto grid gap-0.5 pt-6">
              {footItems.map((item) => (
                <RailLink key={item.href} item={item} />
              ))}
            </div>
          </div>
          {foot ? <div className="mt-3 border-t px-2 pt-3">{foot}</div> : null}
        </nav>
      </div>
      <header className="flex h-14 items-center justify-between gap-3 border-b px-4 md:hidden">
        <Place place={place} />
      </header>
      <div className="min-w-0">
        {banner}
        <main id="main" tabIndex={-1} className="max-w-[1240px] px-5 pb-28 pt-5 outline-none md:px-9 md:pb-16 md:pt-[26px]">
          {children}
        </main>
      </div>
      <PhoneBar items={items} footItems={footItems} foot={foot} />
    </div>
  )
}

function Place({ place }: { place: AppShellProps['place'] }) {
  return (
    <div className="flex min-w-0 flex-1 items-center gap-2.5 md:flex-none md:pl-2">
      <Avatar name={place.name} imageUrl={place.imageUrl} shape="square" className="size-[30px]" />
      <div className="min-w-0 leading-tight">
        <a href={place.href} className="touch max-md:block max-md:truncate md:line-clamp-2 text-[0.9375rem] font-semibold wrap-break-word">
          {place.name}
        </a>
        {place.note ? <div className="mt-0.5 text-[0.8125rem] text-ink-3 max-md:truncate">{place.note}</div> : null}
      </div>
      {place.switcher}
    </div>
  )
}

function RailLink({ item }: { item: NavItem }) {
  return (
    <a
      href={item.href}
      aria-current={item.current ? 'page' : undefined}
      className={cn(
        'flex h-9 items-center gap-[11px] rounded-[8px] px-2.5 text-[0.9375rem] font-medium transition-colors',
        item.current ? 'bg-raised text-ink shadow-[0_1px_2px_oklch(0.2_0.02_60/0.08)]' : 'text-ink-2 hover:bg-line/50 hover:text-ink',
      )}
    >
      <Icon of={item.icon} />
      {item.label}
      {item.count ? <Count count={item.count} className="ml-auto" /> : null}
    </a>
  )
}

/** A hand reaches four places and "More"; the drawer is a details element, so it opens without script. */
function PhoneBar({ items, footItems, foot }: Pick<AppShellProps, 'items' | 'foot'> & { footItems: readonly NavItem[] }) {
  const words = partWords()
  const rest = [...items.slice(4), ...footItems]
  const drawer = useClosing()

  return (
    <nav
      aria-label={words.mainPhone}
      className="fixed inset-x-0 bottom-0 z-60 border-t bg-paper pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <ul className="grid auto-cols-fr grid-flow-col">
        {items.slice(0, 4).map((item) => (
          <li key={item.href}>
            <a
              href={item.href}
              aria-current={item.current ? 'page' : undefined}
              className={cn(barItem, item.current ? 'text-brand-strong' : 'text-ink-2')}
            >
              <Icon of={item.icon} size="lg" />
              {item.label}
              {item.count ? <Count count={item.count} className="absolute left-1/2 top-1 ml-1.5" /> : null}
            </a>
          </li>
        ))}
        {rest.length > 0 || foot ? (
          <li>
            <details ref={drawer} className="group">
              <summary className={cn(barItem, 'text-ink-2')}>
                <Icon of={Ellipsis} size="lg" />
                {words.more}
              </summary>
              <div className="absolute inset-x-0 bottom-full grid max-h-[70dvh] gap-0.5 overflow-y-auto rounded-t-lg border-t bg-raised p-3 shadow-float">
                {rest.map((item) => (
                  <a
                    key={item.href}
                    href={item.href}
                    aria-current={item.current ? 'page' : undefined}
                    className={cn('flex min-h-12 items-center gap-3 rounded-md px-3 font-medium', item.current ? 'bg-sunken text-ink' : 'text-ink-2')}
                  >
                    <Icon of={item.icon} size="lg" />
                    {item.label}
                    {item.count ? <Count count={item.count} className="ml-auto" /> : null}
                  </a>
                ))}
                {foot ? <div className="mt-1.5 border-t px-3 pt-3">{foot}</div> : null}
              </div>
            </details>
          </li>
        ) : null}
      </ul>
    </nav>
  )
}

const barItem = 'relative flex min-h-14 flex-col items-center justify-center gap-0.5 text-xs font-medium focus-visible:-outline-offset-2'

function Count({ count, className }: { count: number; className?: string }) {
  return (
    <span className={cn('inline-grid h-5 min-w-5 place-items-center rounded-sm bg-brand-tint px-1.5 text-xs font-semibold tabular-nums text-brand-strong', className)}>
      {count}
      <span className="sr-only">{partWords().waiting}</span>
    </span>
  )
}
