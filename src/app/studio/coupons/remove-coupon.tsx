import type { CouponView } from '#modules/commerce/ui/coupon-view.ts'
import { couponListWords } from '#modules/commerce/ui/words/coupon-list-words.ts'
import { Button } from '#ui/button.tsx'
import { SectionHeader } from '#ui/page-header.tsx'

/** Takes a coupon away, with what that does said before in figures; or brings it back. */
export function RemoveCoupon({ coupon, wasBegun }: { coupon: CouponView; wasBegun: boolean }) {
  const { title, lines, intent, label, danger } = deedOf(coupon, wasBegun)
  return (
    <section aria-labelledby="remove-title" className="mt-12 border-t pt-6">
      <SectionHeader title={<span id="remove-title">{title}</span>} />
      <ul className="grid gap-1 text-sm text-ink-2">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <form method="post" className="mt-4">
        <Button type="submit" name="intent" value={intent} variant={danger ? 'danger' : 'plain'}>
          {label}
        </Button>
      </form>
    </section>
  )
}

function deedOf({ code, used, held, state }: CouponView, wasBegun: boolean) {
  const words = couponListWords()
  if (state === 'archived') return { title: words.bringItBack, lines: [words.usableAgain(code)], intent: 'restore', label: words.bringBack, danger: false }
  if (!wasBegun) return { title: words.deleteThis, lines: [words.goesWithoutTrace], intent: 'remove', label: words.delete, danger: true }

  return {
    title: words.archiveThis,
    lines: [
      words.nobodyBegins,
      words.ordersKeep(used),
      ...(held > 0 ? [words.payersGet(held)] : []),
      words.canBringBack,
    ],
    intent: 'remove',
    label: words.archive,
    danger: false,
  }
}
