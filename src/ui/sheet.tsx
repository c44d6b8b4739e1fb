import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { cn } from './class-names.ts'
import { Icon } from './icon.tsx'
import { usePortalHome } from './use-portal-home.ts'

type SheetProps = {
  title: string
  children: ReactNode
  trigger?: ReactNode
  open?: boolean
  onOpenChange?: (open: boolean) => void
  side?: 'right' | 'bottom'
}

const sideStyles = {
  right: 'inset-y-0 right-0 w-full max-w-md animate-slide-in sm:rounded-l-lg',
  bottom: 'inset-x-0 bottom-0 max-h-[92dvh] animate-slide-up rounded-t-lg pb-[env(safe-area-inset-bottom)]',
} as const

/** Detail beside the page that stays where it was: one row's story, a filter, a menu on a phone. */
export function Sheet({ title, children, trigger, open, onOpenChange, side = 'right' }: SheetProps) {
  const home = usePortalHome()

  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {trigger ? <Radix.Trigger asChild>{trigger}</Radix.Trigger> : null}
      <Radix.Portal container={home}>
        <Radix.Overlay className="fixed inset-0 z-40 animate-fade bg-scrim" />
        <Radix.Content
          aria-describedby={undefined}
          className={cn('fixed z-50 flex flex-col bg-raised text-ink shadow-float', sideStyles[side])}
        >
          <div className="flex items-center justify-between gap-4 border-b px-6 py-3.5">
            <Radix.Title className="text-base font-semibold">{title}</Radix.Title>
            <Radix.Close asChild>
              <Button variant="quiet" size="icon-sm" aria-label="Close" className="-mr-2">
                <Icon of={X} size="lg" />
              </Button>
            </Radix.Close>
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto px-6 py-5">{children}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
