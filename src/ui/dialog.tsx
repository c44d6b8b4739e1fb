import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { cn } from './class-names.ts'
import { Icon } from './icon.tsx'
import { usePortalHome } from './use-portal-home.ts'
import { partWords } from './words/part-words.ts'

type DialogProps = {
  title: string
  /** One sentence under the title. */
  text?: ReactNode
  children?: ReactNode
  /** The buttons at the foot, the main one last. */
  actions?: ReactNode
  /** What opens it; leave out when `open` is held by the page. */
  trigger?: ReactNode
  open?: boolean
  onOpenChange?: (open: boolean) => void
  className?: string
}

/** Something that must be settled before going on. A sheet from below on a phone, in the middle elsewhere. */
export function Dialog({ title, text, children, actions, trigger, open, onOpenChange, className }: DialogProps) {
  const home = usePortalHome()

  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {trigger ? <Radix.Trigger asChild>{trigger}</Radix.Trigger> : null}
      <Radix.Portal container={home}>
        <Radix.Overlay className="fixed inset-0 z-40 animate-fade bg-scrim" />
        <Radix.Content
          {...(text ? {} : { 'aria-describedby': undefined })}
          className={cn(
            'fixed inset-x-0 bottom-0 z-50 grid max-h-[92dvh] animate-slide-up gap-5 overflow-y-auto rounded-t-lg bg-raised p-6 pb-[max(24px,env(safe-area-inset-bottom))] text-ink shadow-float sm:inset-x-auto sm:bottom-auto sm:left-1/2 sm:top-1/2 sm:w-full sm:max-w-lg sm:-translate-x-1/2 sm:-translate-y-1/2 sm:animate-fade sm:rounded-lg',
            className,
          )}
        >
          <div className="grid gap-1.5 pr-10">
            <Radix.Title className="text-lg font-semibold leading-snug">{title}</Radix.Title>
            {text ? <Radix.Description className="text-ink-2">{text}</Radix.Description> : null}
          </div>
          {children}
          {actions ? <div className="flex flex-col-reverse gap-2.5 sm:flex-row sm:justify-end">{actions}</div> : null}
          {/* Last in order, so that the first field has the focus and not the way out. */}
          <Radix.Close asChild>
            <Button variant="quiet" size="icon-sm" aria-label={partWords().close} className="absolute right-4 top-5">
              <Icon of={X} size="lg" />
            </Button>
          </Radix.Close>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** Closes the dialog or sheet around it. */

