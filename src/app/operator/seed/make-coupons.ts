import { completeCheckout, createCoupon, schoolDay, startCheckout, type CouponTerms } from '#modules/commerce/index.ts'
import type { App } from '../../../wiring.ts'
import type { SalesInput } from './make-sales.ts'
import { payAtEmulator } from './walk-through-emulator.ts'

const day = 24 * 3600_000

/** People whom nobody at the school knew before they came with a coupon. */
const guests = [
  { name: 'Yuki Tanabe', email: 'yuki.tanabe@reader.example', coupon: 'SCHOLARSHIP' },
  { name: 'Helena Prado', email: 'helena.prado@reader.example', coupon: 'WELCOME15' },
  { name: 'Ben Achterberg', email: 'ben.achterberg@reader.example', coupon: 'WELCOME15' },
]

/** Coupons in each of their states, and three sales by them; with a real Stripe key only the coupons. */
export async function makeCoupons(app: App, input: SalesInput): Promise<void> {
  const { school, made, courses } = input
  for (const terms of demoCoupons(app, input)) await createCoupon(made.owner, terms)
  const course = courses.find((one) => one.course.status === 'published' && one.course.priceCents > 0)
  if (!course || app.config.stripe?.secretKey !== 'sk_test_emulator') return

  const installation = `${app.config.scheme}://${app.config.baseDomain}`
  const ctx = { ...made.owner, userId: null }
  for (const guest of guests) {
    const { email } = guest
    const started = await startCheckout(ctx, {
      subjectKind: 'course', subjectId: course.courseId, email, coupon: guest.coupon, token: app.ids.next(), address: `demo:${school.slug}:${email}`, doneUrl: () => installation, cancelUrl: installation,
    })
    const facts = started.kind === 'opened' ? await ctx.payments?.readCheckout(await payAtEmulator(started.url, guest)) : null
    if (facts) await ctx.inSystem((tx) => completeCheckout(ctx, tx, facts))
  }
}

function demoCoupons(app: App, { school, courses }: SalesInput): CouponTerms[] {
  const on = (days: number) => schoolDay(new Date(app.clock.now().getTime() + days * day), school.timeZone)
  const paid = courses.filter(({ course }) => course.priceCents > 0)
  const one = paid.slice(0, 1).map(({ courseId }) => ({ subjectKind: 'course' as const, subjectId: courseId }))
  const plain = { subjects: null, usesMax: null, usesPerPersonMax: 1, startsOn: null, endsOn: null }
  return [
    { ...plain, code: 'OPENDAY', discount: { kind: 'percent', percentBps: 2000 }, endsOn: on(-20) },
    { ...plain, code: 'SCHOLARSHIP', discount: { kind: 'percent', percentBps: 10_000 }, usesMax: 1 },
    { ...plain, code: 'NEWYEAR25', discount: { kind: 'percent', percentBps: 2500 }, startsOn: on(30), endsOn: on(60) },
    { ...plain, code: 'FRIENDS10', discount: { kind: 'fixed', amountCents: 1000, currency: school.currency }, subjects: one, usesPerPersonMax: null },
    { ...plain, code: 'WELCOME15', discount: { kind: 'percent', percentBps: 1500 }, usesMax: 50, endsOn: on(45) },
  ]
}
