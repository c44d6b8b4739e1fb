import type { MonthRevenue, TeachingFigures } from '#modules/learning/teaching/teaching.schema.ts'
import { capital } from '#modules/tenancy/presets/wording.schema.ts'
import { useEnglishWording } from '#modules/tenancy/ui/wording.tsx'
import { formatMoney } from '#ui/currency-format.ts'
import { Money } from '#ui/money.tsx'
import { Stat, StatRow } from '#ui/stat.tsx'

type FigureRowProps = { figures: TeachingFigures; revenue: MonthRevenue | null; base: string; locale: string }

/** Four figures that explain themselves; money only for those who keep the books. */
export function FigureRow({ figures, revenue, base, locale }: FigureRowProps) {
  const { course, student } = useEnglishWording()
  return (
    <StatRow className="mt-6">
      {revenue ? (
        <Stat
          label="Earned this month"
          value={<Money cents={revenue.schoolCents} currency={revenue.currency.toUpperCase()} locale={locale} />}
          note={
            <span className="flex flex-wrap gap-x-2">
              {revenueNote(revenue, locale)}
              <a href={`${base}/studio/money`} className="link touch whitespace-nowrap text-ink-2">
                Why this number?
              </a>
            </span>
          }
        />
      ) : null}
      <Stat label={`New ${student.many}`} value={figures.newStudentsThisMonth} note={`this month, ${figures.newStudentsLastMonth === 0 ? 'none' : figures.newStudentsLastMonth} the month before`} />
      <Stat label="Learning this week" value={figures.activeLearnersThisWeek} note={`of ${figures.studentCount} with a ${course.one}`} />
      <Stat label={`${capital(course.many)} finished`} value={figures.coursesFinishedThisMonth} note={`this month, ${figures.coursesFinishedEver} in all`} />
    </StatRow>
  )
}

function revenueNote({ schoolCents, beforeCents, currency, orderCount }: MonthRevenue, locale: string): string {
  const orders = orderCount === 1 ? 'From 1 order.' : `From ${orderCount} orders.`
  if (beforeCents === 0) return orders

  const difference = schoolCents - beforeCents
  const words = formatMoney(Math.abs(difference), currency.toUpperCase(), locale, 'short')
  return difference === 0 ? `${orders} As by this day last month.` : `${orders} ${words} ${difference > 0 ? 'more' : 'less'} than by this day last month.`
}
