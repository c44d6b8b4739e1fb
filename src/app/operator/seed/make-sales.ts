import { completeCheckout, listOrders, readPayoutState, refundOrder, startCheckout, startPayoutSetup } from '#modules/commerce/index.ts'
import { startFreeCourse } from '#modules/learning/index.ts'
import type { SeedPerson, SeedSchool } from '../../../../db/seeds/seed-content.ts'
import type { App } from '../../../wiring.ts'
import type { MadeCourse } from './make-courses.ts'
import { required, type DemoCtx, type MadeSchool } from './make-school.ts'
import { payAtEmulator, setUpPayoutsAtEmulator } from './walk-through-emulator.ts'

/** What sales are made from. */
export interface SalesInput {
  school: SeedSchool
  made: MadeSchool
  courses: MadeCourse[]
}

const day = 24 * 3600_000

/** Connects payouts and lets the cast buy, in the weeks before today; with a real Stripe key nothing is bought. */
export async function makeSales(app: App, input: SalesInput): Promise<void> {
  const isEmulated = app.config.stripe?.secretKey === 'sk_test_emulator'
  if (isEmulated) await connectPayouts(app, input)
  for (const wish of wishes(input)) {
    const boughtAt = new Date(app.clock.now().getTime() - wish.daysAgo * day)
    const ctx = input.made.as(wish.student.key, { now: () => boughtAt })
    if (wish.course.course.priceCents === 0) await startFreeCourse(ctx, wish.course.course.slug)
    else if (isEmulated) await buy(app, ctx, wish)
  }
  if (isEmulated) await refundTheOldest(input)
}

interface Wish { student: SeedPerson; course: MadeCourse; daysAgo: number }

/** Who learns what: everyone one course in turn, every third a second one, the first a whole shelf; spread over the last weeks. */
function wishes({ school, courses }: SalesInput): Wish[] {
  const students = school.cast.filter(({ role }) => role === 'student')
  const onSale = courses.filter(({ course }) => course.status === 'published')
  const found = students.flatMap((student, index) => {
    const chosen = index === 0 ? [0, 2, 1, 5] : index % 3 === 0 ? [index, index + 2] : [index]
    const places = new Set(chosen.map((place) => place % onSale.length))
    return [...places].flatMap((place, nth) => {
      const course = onSale[place]
      return course ? [{ student, course, daysAgo: (students.length - index) * 1.9 - nth * 0.8 }] : []
    })
  })
  return found.sort((a, b) => b.daysAgo - a.daysAgo)
}

async function connectPayouts(app: App, { school, made }: SalesInput): Promise<void> {
  const page = `${app.config.scheme}://${school.slug}.${app.config.baseDomain}/studio/money`
  const owner = required(made.cast, school.cast.find(({ role }) => role === 'owner')?.key ?? '')
  const { url } = await startPayoutSetup(made.owner, { schoolName: school.name, email: owner.person.email, currency: school.currency, country: school.country, returnUrl: page, refreshUrl: page })
  await setUpPayoutsAtEmulator(url)
  await readPayoutState(made.owner, { isFresh: true })
}

async function buy(app: App, ctx: DemoCtx, { student, course }: Wish): Promise<void> {
  const installation = `${app.config.scheme}://${app.config.baseDomain}`
  const started = await startCheckout(ctx, {
    subjectKind: 'course',
    subjectId: course.courseId,
    email: student.email,
    coupon: null,
    token: app.ids.next(),
    address: `demo:${student.email}`,
    doneUrl: () => installation,
    cancelUrl: installation,
  })
  if (started.kind !== 'opened') throw new Error(`${student.email} could not buy ${course.course.title}: ${started.kind}`)

  const facts = await ctx.payments?.readCheckout(await payAtEmulator(started.url, student))
  if (facts) await ctx.inSystem((tx) => completeCheckout(ctx, tx, facts))
}

/** A school in which nobody ever changed their mind is not a school. */
async function refundTheOldest({ made }: SalesInput): Promise<void> {
  const { orders } = await listOrders(made.owner, { before: null, after: null })
  const oldest = orders.at(-1)
  if (oldest) await refundOrder(made.owner, { orderId: oldest.id, reason: 'Moved to another city' })
}
