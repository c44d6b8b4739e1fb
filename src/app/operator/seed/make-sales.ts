import { listOrders, readPayoutState, refundOrder, startPayoutSetup } from '#modules/commerce/index.ts'
import { startFreeCourse } from '#modules/learning/index.ts'
import type { SeedPerson, SeedSchool } from '../../../../db/seeds/seed-content.ts'
import type { App } from '../../../wiring.ts'
import type { MadeCourse } from './make-courses.ts'
import type { MadeProduct } from './make-products.ts'
import { buyAtEmulator } from './buy-at-emulator.ts'
import { required, type MadeSchool } from './make-school.ts'
import { setUpPayoutsAtEmulator } from './walk-through-emulator.ts'

/** What sales are made from. */
export interface SalesInput {
  school: SeedSchool
  made: MadeSchool
  courses: MadeCourse[]
  products: Map<string, MadeProduct>
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
    else if (isEmulated) await buyAtEmulator(app, ctx, { subjectKind: 'course', subjectId: wish.course.courseId, person: wish.student })
  }
  if (isEmulated) await sellProducts(app, input)
  if (isEmulated) await refundTheOldest(input)
}

async function sellProducts(app: App, { school, made, products }: SalesInput): Promise<void> {
  for (const { studentKey, productKey, licence, daysAgo = 0 } of school.purchases ?? []) {
    const boughtAt = new Date(app.clock.now().getTime() - daysAgo * day)
    const found = products.get(productKey)
    const licenceId = licence ? found?.licences.get(licence) : undefined
    const subject = licenceId ? { subjectKind: 'licence' as const, subjectId: licenceId } : { subjectKind: 'product' as const, subjectId: found?.productId ?? '' }
    await buyAtEmulator(app, made.as(studentKey, { now: () => boughtAt }), { ...subject, person: required(made.cast, studentKey).person })
  }
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

/** A school in which nobody ever changed their mind is not a school. */
async function refundTheOldest({ made }: SalesInput): Promise<void> {
  const { orders } = await listOrders(made.owner, { before: null, after: null })
  const oldest = orders.at(-1)
  if (oldest) await refundOrder(made.owner, { orderId: oldest.id, reason: 'Moved to another city' })
}
