import { Check } from 'lucide-react'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { ProgressBar } from '#ui/progress-bar.tsx'
import { CoursePicture } from './course-card.tsx'
import { PriceTag } from './price-tag.tsx'
import type { CourseAccess, CourseDetail, SchoolView } from './public-pages.schema.ts'
import { useKindWords } from './words/kind-words.ts'
import { schoolWords } from './words/school-words.ts'

type BuyBoxProps = { course: CourseDetail; access: CourseAccess; school: SchoolView }

/** The price, the one thing to do, and what it includes. On a phone the act itself stands in BuyBar. */
export function BuyBox({ course, access, school }: BuyBoxProps) {
  const { refundDays } = course
  const words = schoolWords()
  const kind = useKindWords()
  const includes = course.includes ?? includedIn(course, kind)

  return (
    <aside
      aria-label={words.priceAndIncluded}
      className="rounded-lg lg:sticky lg:top-7 lg:self-start lg:border lg:bg-raised lg:p-[18px] lg:pb-5 lg:shadow-float"
    >
      <CoursePicture course={course} school={school} className="aspect-4/3 max-lg:aspect-16/10" />
      <div className="mx-0.5 mt-4 flex items-baseline justify-between gap-4">
        <Headline access={access} course={course} locale={school.locale} />
      </div>
      <div className="mt-3.5 max-lg:hidden">
        <Act access={access} wide />
      </div>
      {access.kind === 'buy' && refundDays ? (
        <p className="mt-2.5 text-[0.8125rem] text-ink-3 lg:text-center">{words.daysToChangeMind(refundDays)}</p>
      ) : null}
      {includes.length > 0 ? (
        <ul className="mt-4 border-t pt-2.5 text-[0.9375rem] text-ink-2">
          {includes.map((line) => (
            <li key={line} className="flex gap-2.5 py-1.5">
              <Icon of={Check} size="sm" className="mt-1 text-brand" />
              <span>{line}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </aside>
  )
}

/** The same act at the foot of a phone's screen, where the thumb is. */
export function BuyBar({ course, access, school }: BuyBoxProps) {
  const kind = useKindWords()
  if (access.kind === 'not-for-sale') return null

  return (
    <div className="sticky bottom-0 z-10 border-t bg-paper lg:hidden">
      <div className="wrap flex min-h-[68px] items-center justify-between gap-4 pb-[env(safe-area-inset-bottom)]">
        {access.kind === 'enrolled' ? (
          <span className="text-sm text-ink-2 tabular-nums">
            {kind.lessonsDoneOf(access.done, access.total)}
          </span>
        ) : (
          <Price access={access} course={course} locale={school.locale} className="text-lg" />
        )}
        <Act access={access} />
      </div>
    </div>
  )
}

function Headline({ access, course, locale }: { access: CourseAccess; course: CourseDetail; locale: string }) {
  const words = schoolWords()
  const kind = useKindWords()
  const big = 'text-[1.875rem] leading-tight tracking-[-0.02em]'
  switch (access.kind) {
    case 'enrolled':
      return (
        <div className="grid w-full gap-2.5">
          <p className="flex items-baseline justify-between gap-4 font-semibold">
            {kind.youHaveIt}
            <span className="text-sm font-normal text-ink-2 tabular-nums">
              {words.doneOf(access.done, access.total)}
            </span>
          </p>
          <ProgressBar
            label={kind.lessonsDone}
            share={access.total > 0 ? access.done / access.total : 0}
            valueText={kind.lessonsDoneOf(access.done, access.total)}
          />
        </div>
      )
    case 'not-for-sale':
      return (
        <div>
          <p className="font-semibold">{words.notForSale}</p>
          <p className="mt-0.5 text-sm text-ink-2">{words.notForSaleText}</p>
        </div>
      )
    case 'start-free':
      return (
        <>
          <PriceTag price={{ kind: 'free' }} locale={locale} className={big} />
          <span className="text-sm text-ink-2">{words.noCardNeeded}</span>
        </>
      )
    case 'buy':
      return (
        <>
          <Price access={access} course={course} locale={locale} className={big} />
          <span className="text-end text-sm text-ink-2">{access.coupon ? words.withCoupon(access.coupon.code) : words.onceForGood}</span>
        </>
      )
  }
}

/** With a coupon both prices: what it is, and what it was. */
function Price({ access, course, locale, className }: { access: CourseAccess; course: CourseDetail; locale: string; className: string }) {
  const coupon = access.kind === 'buy' ? access.coupon : null
  if (!coupon || course.price.kind !== 'paid') return <PriceTag price={course.price} locale={locale} className={className} />

  const { currency } = course.price
  return (
    <span className="flex flex-wrap items-baseline gap-x-2.5">
      <PriceTag price={coupon.cents > 0 ? { kind: 'paid', cents: coupon.cents, currency } : { kind: 'free' }} locale={locale} className={className} />
      <s className="text-[0.9375rem] text-ink-3">
        <span className="sr-only">{`${schoolWords().inPlaceOf} `}</span>
        <PriceTag price={course.price} locale={locale} className="font-normal" />
      </s>
    </span>
  )
}

function Act({ access, wide }: { access: CourseAccess; wide?: boolean }) {
  const { buy, startFree } = useKindWords()
  switch (access.kind) {
    case 'enrolled':
      return (
        <ButtonLink variant="main" wide={wide} href={access.continueHref}>
          {access.done > 0 ? schoolWords().continueLearning : startFree}
        </ButtonLink>
      )
    case 'buy':
    case 'start-free':
      return (
        <form method="post" action={access.action}>
          <Button type="submit" variant="main" wide={wide}>
            {access.kind === 'buy' ? buy : startFree}
          </Button>
        </form>
      )
    case 'not-for-sale':
      return null
  }
}

function includedIn({ sections }: CourseDetail, says: ReturnType<typeof useKindWords>): string[] {
  const words = schoolWords()
  const lessons = sections.flatMap((section) => section.lessons)
  const count = (...kinds: string[]) => lessons.filter(({ kind }) => kinds.includes(kind)).length
  const [video, audio, text, papers] = [count('video'), count('audio'), count('text'), count('pdf', 'file')]

  return [
    video > 0 ? says.videoLessons(video) : '',
    audio > 0 ? says.recordings(audio) : '',
    text > 0 ? says.lessonsToRead(text) : '',
    papers > 0 ? words.sheets(papers) : '',
    lessons.length > 0 ? words.onEveryDevice : '',
  ].filter(Boolean)
}
