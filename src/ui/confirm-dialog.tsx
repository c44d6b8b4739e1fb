import { AlertDialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { usePortalHome } from './use-portal-home.ts'
import { partWords } from './words/part-words.ts'

type ConfirmDialogProps = {
  /** The question with its object: "Refund €89.00 to Grace Lin?" */
  title: string
  /** What will happen, each with its figure: "3 students keep access until 14 May." */
  consequences: readonly ReactNode[]
  /** The verb again: "Refund €89.00". */
  confirmLabel: string
  cancelLabel?: string
  danger?: boolean
  trigger?: ReactNode
  open?: boolean
  onOpenChange?: (open: boolean) => void
  onConfirm?: () => void
  /** A form to send instead of a function to call. */
  form?: { action: string; fields?: Record<string, string> }
}

/** Says what an act will do, in figures, before it is done. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const home = usePortalHome()
  const { title, consequences, confirmLabel, cancelLabel = partWords().keepAsItIs, danger, trigger, open, onOpenChange } = props
  const cancel = (
    <Radix.Cancel asChild>
      <Button>{cancelLabel}</Button>
    </Radix.Cancel>
  )

  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {trigger ? <Radix.Trigger asChild>{trigger}</Radix.Trigger> : null}
      <Radix.Portal container={home}>
        <Radix.Overlay className="fixed inset-0 z-40 animate-fade bg-scrim" />
        <Radix.Content className="fixed inset-x-4 bottom-4 z-50 grid max-h-[92dvh] animate-fade gap-5 overflow-y-auto rounded-lg bg-raised p-6 text-ink shadow-float sm:inset-x-auto sm:bottom-auto sm:left-1/2 sm:top-1/2 sm:w-full sm:max-w-md sm:-translate-x-1/2 sm:-translate-y-1/2">
          <Radix.Title className="text-lg font-semibold leading-snug">{title}</Radix.Title>
          <Radix.Description asChild>
            <ul className="grid gap-2 text-ink-2">
              {consequences.map((line, index) => (
                <li key={index} className="flex gap-3 tabular-nums before:mt-2.5 before:size-1 before:shrink-0 before:rounded-full before:bg-ink-3">
                  <span>{line}</span>
                </li>
              ))}
            </ul>
          </Radix.Description>
          <div className="flex flex-col-reverse gap-2.5 sm:flex-row sm:justify-end">
            {cancel}
            <Confirm {...props} label={confirmLabel} variant={danger ? 'danger' : 'main'} />
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

type ConfirmProps = Pick<ConfirmDialogProps, 'onConfirm' | 'form'> & { label: string; variant: 'main' | 'danger' }

function Confirm({ onConfirm, form, label, variant }: ConfirmProps) {
  if (!form) {
    return (
      <Radix.Action asChild>
        <Button variant={variant} onClick={onConfirm}>
          {label}
        </Button>
      </Radix.Action>
    )
  }

  return (
    <form method="post" action={form.action} className="grid">
      {Object.entries(form.fields ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" variant={variant}>
        {label}
      </Button>
    </form>
  )
}
