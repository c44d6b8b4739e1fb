import type { CouponView } from '#modules/commerce/ui/coupon-view.ts'
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
  if (state === 'archived') return { title: 'Bring it back', lines: [`${code} can be used again, within its days and limits.`], intent: 'restore', label: 'Bring back', danger: false }
  if (!wasBegun) return { title: 'Delete this coupon', lines: ['Nobody has begun to buy with it, so it goes without a trace. This cannot be undone.'], intent: 'remove', label: 'Delete', danger: true }

  return {
    title: 'Archive this coupon',
    lines: [
      'Nobody can begin with it any more, not even by its link.',
      `${used === 1 ? '1 order keeps' : `${used} orders keep`} its price and its name.`,
      ...(held > 0 ? [`${held === 1 ? '1 person who is' : `${held} people who are`} paying right now still ${held === 1 ? 'gets' : 'get'} it.`] : []),
      'You can bring it back later.',
    ],
    intent: 'remove',
    label: 'Archive',
    danger: false,
  }
}
