import type { LucideIcon } from 'lucide-react'
import { DropdownMenu as Radix } from 'radix-ui'
import { Fragment, type ReactNode } from 'react'
import { cn } from './class-names.ts'
import { Icon } from './icon.tsx'
import { usePortalHome } from './use-portal-home.ts'

export type MenuItem = {
  label: string
  icon?: LucideIcon
  /** Goes somewhere … */
  href?: string
  /** … or does something. */
  onSelect?: () => void
  danger?: boolean
  disabled?: boolean
}

type MenuProps = {
  /** The button that opens it; an icon alone needs an aria-label. */
  trigger: ReactNode
  /** Groups, with a hairline between them. */
  groups: readonly (readonly MenuItem[])[]
  align?: 'start' | 'end'
}

/** The lesser actions of a thing, behind one button. */
export function Menu({ trigger, groups, align = 'end' }: MenuProps) {
  const home = usePortalHome()

  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal container={home}>
        <Radix.Content
          align={align}
          sideOffset={6}
          collisionPadding={12}
          className="z-50 min-w-52 animate-rise rounded-md border bg-raised p-1.5 text-ink shadow-float"
        >
          {groups.map((items, index) => (
            <Fragment key={items[0]?.label ?? index}>
              {index > 0 ? <Radix.Separator className="-mx-1.5 my-1.5 h-px bg-line" /> : null}
              {items.map((item) => (
                <Item key={item.label} item={item} />
              ))}
            </Fragment>
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

function Item({ item }: { item: MenuItem }) {
  const look = cn(
    'flex min-h-10 select-none items-center gap-2.5 rounded-sm px-2.5 text-[0.9375rem] outline-none data-disabled:opacity-50 data-highlighted:bg-sunken',
    item.danger ? 'text-bad' : 'text-ink',
  )
  const content = (
    <>
      {item.icon ? <Icon of={item.icon} className={item.danger ? '' : 'text-ink-3'} /> : null}
      {item.label}
    </>
  )
  if (item.href) {
    return (
      <Radix.Item asChild disabled={item.disabled}>
        <a href={item.href} className={look}>
          {content}
        </a>
      </Radix.Item>
    )
  }

  return (
    <Radix.Item disabled={item.disabled} onSelect={item.onSelect} className={look}>
      {content}
    </Radix.Item>
  )
}
