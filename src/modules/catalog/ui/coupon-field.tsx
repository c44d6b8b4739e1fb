import { Tag } from 'lucide-react'
import { Button } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { CouponView } from './public-pages.schema.ts'
import { checkoutWords } from './words/checkout-words.ts'

/** Where a coupon is typed, and what it does once it is applied. Closed while there is none: most have none. */
export function CouponField({ typed, applied, removeHref, error }: CouponView & { error?: string }) {
  const words = checkoutWords()
  return (
    <details open={Boolean(typed || applied || error)} className="group">
      <summary className="touch inline-flex w-fit cursor-pointer items-center gap-2 text-sm font-medium text-ink-2 hover:text-ink">
        <Icon of={Tag} size="sm" />
        {applied ? words.yourCoupon : words.haveCoupon}
      </summary>
      <div className="mt-3 grid grid-cols-[minmax(0,1fr)_auto] items-start gap-2.5">
        <TextField name="coupon" label={words.coupon} maxLength={40} defaultValue={typed} error={error} autoComplete="off" autoCapitalize="characters" spellCheck={false} />
        <Button type="submit" name="intent" value="apply-coupon" className="mt-[1.625rem]">
          {words.apply}
        </Button>
      </div>
      {applied && !error ? (
        <p role="status" className="mt-2 flex flex-wrap items-baseline justify-between gap-x-4 text-sm">
          <span className="font-medium text-good">
            {applied.code}: {applied.words}
          </span>
          <a href={removeHref} className="link touch text-ink-2">
            {words.remove}
          </a>
          {applied.note ? <span className="basis-full text-ink-2">{applied.note}</span> : null}
        </p>
      ) : null}
    </details>
  )
}
