import { cn } from './class-names.ts'

export type Tab = { href: string; label: string; count?: number; current?: boolean }

/** Neighbouring pages of one thing. They are links, so each has an address and works without script. */
export function Tabs({ label, tabs, className }: { label: string; tabs: readonly Tab[]; className?: string }) {
  return (
    <nav aria-label={label} className={cn('-mx-5 overflow-x-auto px-5 [scrollbar-width:none] sm:mx-0 sm:px-0', className)}>
      <ul className="flex min-w-max gap-6 border-b text-[0.9375rem]">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a
              href={tab.href}
              aria-current={tab.current ? 'page' : undefined}
              className={cn(
                '-mb-px flex min-h-11 items-center gap-1.5 border-b-2 focus-visible:-outline-offset-2',
                tab.current ? 'border-brand font-medium text-ink' : 'border-transparent text-ink-2 hover:border-edge hover:text-ink',
              )}
            >
              {tab.label}
              {tab.count === undefined ? null : <span className="tabular-nums text-ink-3">{tab.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
