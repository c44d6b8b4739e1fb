import { listOrders, readOnTheWay, readOwnCredits } from '#modules/commerce/index.ts'
import { CreditsLine } from '#modules/commerce/ui/credits-line.tsx'
import { readTeaching } from '#modules/learning/index.ts'
import { LearningNow } from '#modules/learning/ui/learning-now.tsx'
import { SetUpChecklist } from '#modules/learning/ui/set-up-checklist.tsx'
import { SetUpFaults } from '#modules/learning/ui/set-up-faults.tsx'
import { holdsPermission } from '#modules/tenancy/index.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { currentLocale } from '#platform/i18n/locale.ts'
import { ButtonLink } from '#ui/button.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { useStudioKind } from '../../words/studio-kind-words.ts'
import { studioWords } from '../../words/studio-words.ts'
import type { Route } from './+types/dashboard.ts'
import { requestContext } from '../../request-context.ts'
import { ensureUserInDatabase, requireStudio } from '../../require-viewer.ts'
import { answering } from '../../respond.ts'
import { useLive } from '../../use-live.ts'
import { FigureRow } from './figure-row.tsx'
import { LatestOrders } from './latest-orders.tsx'
import { onTheWayView } from '../orders/order-view.ts'

const latestOrdersMax = 6

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const { user } = await ensureUserInDatabase(context, request)
  const { ctx, role } = await requireStudio(context, request, 'studio.enter')
  const { app, tenant, base } = context.get(requestContext)
  if (!tenant) throw new NotFound()

  const keepsBooks = holdsPermission(role, 'orders.read')
  const teaching = await readTeaching(ctx, { timeZone: tenant.time_zone, arePaymentsOn: app.payments !== null })
  const found = keepsBooks ? await listOrders(ctx, { before: null, after: null, limit: latestOrdersMax }) : null
  return {
    ...teaching,
    name: user.name,
    school: tenant.name,
    credits: await readOwnCredits(ctx),
    orders: found?.orders.map((order) => ({ ...order, currency: order.currency.toUpperCase(), placedAt: order.placedAt.toISOString() })) ?? null,
    onTheWay: keepsBooks ? onTheWayView(await readOnTheWay(ctx, { limit: 0 })).sums : [],
    mayManageCourses: holdsPermission(role, 'courses.manage'),
    mayConnectPayouts: holdsPermission(role, 'payouts.manage'),
    base,
    zone: tenant.time_zone,
    locale: currentLocale(),
    now: ctx.clock.now().toISOString(),
    title: studioWords().todayOf(tenant.name),
  }
})

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? studioWords().today }]

/** The first page of the studio: how the school stands, and what happens in it now. */
export default function Dashboard({ loaderData }: Route.ComponentProps) {
  const kind = useStudioKind()
  const { name, school, credits, figures, revenue, now, learningNow, steps, faults, orders, onTheWay, base, zone, locale, mayManageCourses, mayConnectPayouts } = loaderData
  useLive(orders ? ['orders', 'progress'] : ['progress'])
  const today = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: zone }).format(new Date(now))
  const isOpen = !steps || steps.every(({ isDone }) => isDone)
  const hasStarted = isOpen || learningNow.length > 0 || (orders?.length ?? 0) > 0

  return (
    <>
      <PageHeader
        title={today}
        text={[greeting(name, new Date(now), zone), sentence(figures.activeLearnersThisWeek, figures.studentCount, kind)].filter(Boolean).join(' ')}
        actions={
          mayManageCourses && isOpen ? (
            <ButtonLink variant="main" size="sm" href={`${base}/studio/courses`}>
              {kind.buildCourse}
            </ButtonLink>
          ) : null
        }
      />
      {credits.lines.length > 0 ? (
        <div className="mt-3 sm:mt-1.5">
          <CreditsLine credits={credits} school={school} zone={zone} locale={locale} />
        </div>
      ) : null}
      {steps ? <SetUpChecklist steps={steps} base={base} /> : null}
      {isOpen || hasStarted ? <SetUpFaults faults={faults} base={base} mayConnectPayouts={mayConnectPayouts} /> : null}
      <FigureRow figures={figures} revenue={revenue} base={base} locale={locale} />
      <div className="mt-8 grid grid-cols-1 gap-x-9 gap-y-10 lg:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)]">
        <LearningNow lines={learningNow} base={base} now={now} zone={zone} locale={locale} />
        {orders ? <LatestOrders orders={orders} onTheWay={onTheWay} base={base} locale={locale} /> : null}
      </div>
    </>
  )
}

/** By the school's clock, and by the first name if there is one. */
function greeting(name: string, now: Date, zone: string): string {
  const words = studioWords()
  const hour = Number(new Intl.DateTimeFormat('en-GB', { hour: 'numeric', hourCycle: 'h23', timeZone: zone }).format(now))
  const hello = hour < 12 ? words.goodMorning : hour < 18 ? words.goodAfternoon : words.goodEvening
  return name ? `${hello}, ${name.split(' ')[0] ?? name}.` : `${hello}.`
}

function sentence(active: number, students: number, kind: ReturnType<typeof useStudioKind>): string {
  if (students === 0) return kind.readyForFirst
  return active === 0 ? kind.nobodyOpened(students) : kind.learned(active, students)
}
