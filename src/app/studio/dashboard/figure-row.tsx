import type { MonthRevenue, TeachingFigures } from '#modules/learning/teaching/teaching.schema.ts'
import { formatMoney } from '#ui/currency-format.ts'
import { Money } from '#ui/money.tsx'
import { Stat, StatRow } from '#ui/stat.tsx'
import { useStudioKind } from '../../words/studio-kind-words.ts'
import { studioWords } from '../../words/studio-words.ts'

type FigureRowProps = { figures: TeachingFigures; revenue: MonthRevenue | null; base: string; locale: string }

/** Four figures that explain themselves; money only for those who keep the books. */
export function FigureRow({ figures, revenue, base, locale }: FigureRowProps) {
  const kind = useStudioKind()
  const words = studioWords()
  return (
    <StatRow className="mt-6">
      {revenue ? (
        <Stat
          label={words.earnedThisMonth}
          value={<Money cents={revenue.schoolCents} currency={revenue.currency.toUpperCase()} locale={locale} />}
          note={
            <span className="flex flex-wrap gap-x-2">
              {revenueNote(revenue, locale)}
              <a href={`${base}/studio/money`} className="link touch whitespace-nowrap text-ink-2">
                {words.whyNumber}
              </a>
            </span>
          }
        />
      ) : null}
      <Stat label={kind.newStudents} value={figures.newStudentsThisMonth} note={words.thisMonthBefore(figures.newStudentsLastMonth)} />
      <Stat label={words.learningThisWeek} value={figures.activeLearnersThisWeek} note={kind.withACourse(figures.studentCount)} />
      <Stat label={kind.coursesFinished} value={figures.coursesFinishedThisMonth} note={words.thisMonthEver(figures.coursesFinishedEver)} />
    </StatRow>
  )
}

function revenueNote({ schoolCents, beforeCents, currency, orderCount }: MonthRevenue, locale: string): string {
  const words = studioWords()
  const orders = words.fromOrders(orderCount)
  if (beforeCents === 0) return orders

  const difference = schoolCents - beforeCents
  const amount = formatMoney(Math.abs(difference), currency.toUpperCase(), locale, 'short')
  const compared = difference === 0 ? words.asLastMonth : difference > 0 ? words.moreThan(amount) : words.lessThan(amount)
  return `${orders} ${compared}`
}
