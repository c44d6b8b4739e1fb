import { Money } from '#ui/money.tsx'
import { CoursePicture } from './course-card.tsx'
import type { CourseCard, SchoolView } from './public-pages.schema.ts'
import { checkoutWords } from './words/checkout-words.ts'
import { useThingWords, type Thing } from './words/thing-words.ts'

export type OrderLine = { label: string; cents: number }

/** What is being bought, to look at. */
export type OrderSubject = Pick<CourseCard, 'id' | 'subject' | 'coverUrl' | 'title' | 'teacherName'>

type OrderSummaryProps = {
  item: OrderSubject & { thing: Thing }
  school: SchoolView
  /** What the total is made of, when it is more than the price alone. */
  lines?: readonly OrderLine[]
  totalCents: number
  currency: string
  /** What the total says of tax, such as "VAT included". */
  taxNote?: string | null
}

/** What is being bought, and the figure it comes to. */
export function OrderSummary({ item, school, lines = [], totalCents, currency, taxNote }: OrderSummaryProps) {
  const words = checkoutWords()
  const thing = useThingWords()[item.thing]
  return (
    <section aria-labelledby="order-title" className="lg:rounded-lg lg:border lg:bg-raised lg:p-5">
      <h2 id="order-title" className="sr-only">
        {words.yourOrder}
      </h2>
      <div className="flex items-center gap-4">
        <CoursePicture course={item} school={school} className="aspect-4/3 w-24 shrink-0 rounded-md lg:w-28" />
        <div className="min-w-0">
          <p className="font-semibold leading-snug">{item.title}</p>
          <p className="mt-0.5 text-sm text-ink-2">{item.teacherName ? thing.with(item.teacherName) : thing.label}</p>
        </div>
      </div>
      <dl className="mt-5 grid gap-2 border-t pt-4 text-[0.9375rem]">
        {lines.map(({ label, cents }) => (
          <div key={label} className="flex justify-between gap-4 text-ink-2">
            <dt>{label}</dt>
            <dd>
              <Money cents={cents} currency={currency} locale={school.locale} />
            </dd>
          </div>
        ))}
        <div className="flex items-baseline justify-between gap-4">
          <dt className="font-semibold">{words.total}</dt>
          <dd className="text-lg font-semibold tracking-[-0.01em]">
            <Money cents={totalCents} currency={currency} locale={school.locale} />
          </dd>
        </div>
      </dl>
      {taxNote ? <p className="mt-1 text-end text-[0.8125rem] text-ink-3">{taxNote}</p> : null}
    </section>
  )
}
