import { useState } from 'react'
import { Button, ButtonLink } from '#ui/button.tsx'
import { formatMoney } from '#ui/currency-format.ts'
import { Dialog } from '#ui/dialog.tsx'
import { TextField } from '#ui/text-field.tsx'
import { refundConsequences, type OrderView } from './order-words.ts'
import { moneyWords } from './words/money-words.ts'

type RefundFormProps = {
  order: OrderView
  refundableCents: number
  /** Where the form goes; the same address shows it as a page of its own. */
  action: string
  /** The way out of the page. */
  backHref: string
  locale: string
  /** What was typed, and what is wrong with it, when the form comes back. */
  reason?: string
  error?: string
}

/** Opens what a refund does before it is done. Without script the button leads to the same as a page. */
export function RefundButton(props: RefundFormProps) {
  const [isOpen, setIsOpen] = useState(false)
  const open = (event: React.MouseEvent) => {
    event.preventDefault()
    setIsOpen(true)
  }
  return (
    <>
      <ButtonLink href={props.action} onClick={open}>
        {moneyWords().refund}
      </ButtonLink>
      <Dialog title={refundQuestion(props)} open={isOpen} onOpenChange={setIsOpen}>
        <RefundForm {...props} onBack={() => setIsOpen(false)} />
      </Dialog>
    </>
  )
}

/** The question with its object: who gets how much. */
export function refundQuestion({ order, refundableCents, locale }: Pick<RefundFormProps, 'order' | 'refundableCents' | 'locale'>): string {
  return moneyWords().refundQuestion(formatMoney(refundableCents, order.currency, locale), order.buyerName || order.buyerEmail)
}

/** What will happen, a word why, and the press that does it. */
export function RefundForm({ order, refundableCents, action, backHref, locale, reason, error, onBack }: RefundFormProps & { onBack?: () => void }) {
  const words = moneyWords()
  return (
    <form method="post" action={action} className="grid gap-5">
      <ul className="grid gap-2 text-ink-2">
        {refundConsequences(order, refundableCents, locale).map((line) => (
          <li key={line} className="flex gap-3 tabular-nums before:mt-2.5 before:size-1 before:shrink-0 before:rounded-full before:bg-ink-3">
            <span>{line}</span>
          </li>
        ))}
      </ul>
      <TextField name="reason" label={words.reason} hint={words.reasonHint} maxLength={200} defaultValue={reason} error={error} optional />
      <div className="flex flex-col-reverse gap-2.5 sm:flex-row sm:justify-end">
        {onBack ? <Button onClick={onBack}>{words.keepOrder}</Button> : <ButtonLink href={backHref}>{words.keepOrder}</ButtonLink>}
        <Button type="submit" variant="danger">
          {words.refundAmount(formatMoney(refundableCents, order.currency, locale))}
        </Button>
      </div>
    </form>
  )
}
