import { Chip } from '#ui/chip.tsx'
import { ProgressBar } from '#ui/progress-bar.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Table, type Column } from '#ui/table.tsx'
import type { CouponView } from './coupon-view.ts'
import { asSentence, daysWords, discountWords } from './coupon-words.ts'
import { couponListWords } from './words/coupon-list-words.ts'

type CouponTableProps = { coupons: readonly CouponView[]; /** Where a coupon's page is. */ href: (id: string) => string; locale: string }

/** Coupons under each other: the code, what it does, when, and how many uses are left. */
export function CouponTable(props: CouponTableProps) {
  return (
    <>
      <div className="max-sm:hidden">
        <WideTable {...props} />
      </div>
      <div className="sm:hidden">
        <PhoneRows {...props} />
      </div>
    </>
  )
}

function WideTable({ coupons, href, locale }: CouponTableProps) {
  const words = couponListWords()
  const columns: Column<CouponView>[] = [
    {
      key: 'code',
      header: words.code,
      names: true,
      cell: (coupon) => (
        <a href={href(coupon.id)} className="group block min-w-0">
          <Code coupon={coupon} className="group-hover:text-brand-strong" />
          <span className="block truncate text-ink-3">{whatFor(coupon)}</span>
        </a>
      ),
    },
    { key: 'off', header: words.takesOff, cell: (coupon) => <span className="whitespace-nowrap tabular-nums">{discountWords(coupon.discount, locale)}</span> },
    { key: 'when', header: words.when, cell: (coupon) => <span className="text-ink-2">{asSentence(daysWords(coupon, locale) ?? words.anyTime)}</span> },
    { key: 'uses', header: words.uses, cell: (coupon) => <Uses coupon={coupon} locale={locale} /> },
    { key: 'state', header: words.state, align: 'end', cell: (coupon) => <StateChip coupon={coupon} /> },
  ]
  return <Table caption={words.couponsNewest} columns={columns} rows={coupons} rowKey={(coupon) => coupon.id} />
}

function PhoneRows({ coupons, href, locale }: CouponTableProps) {
  return (
    <Rows label={couponListWords().couponsNewest}>
      {coupons.map((coupon) => (
        <Row
          key={coupon.id}
          href={href(coupon.id)}
          title={<Code coupon={coupon} />}
          text={
            <>
              <span className="block">{[discountWords(coupon.discount, locale), whatFor(coupon)].join(' · ')}</span>
              <span className="block">{[usesWords(coupon, locale), daysWords(coupon, locale)].filter(Boolean).join(' · ')}</span>
            </>
          }
          end={<StateChip coupon={coupon} />}
        />
      ))}
    </Rows>
  )
}

function Code({ coupon, className = '' }: { coupon: CouponView; className?: string }) {
  return <span className={`block truncate font-medium tracking-[0.02em] tabular-nums ${className}`}>{coupon.code}</span>
}

const tones = { active: 'good', scheduled: 'neutral', 'used-up': 'warn', expired: 'neutral', archived: 'neutral' } as const

/** The state in a word. */
export function StateChip({ coupon }: { coupon: Pick<CouponView, 'state'> }) {
  return <Chip tone={tones[coupon.state]}>{couponListWords().states[coupon.state]}</Chip>
}

function Uses({ coupon, locale }: { coupon: CouponView; locale: string }) {
  return (
    <span className="grid max-w-44 gap-1.5">
      <span className="whitespace-nowrap tabular-nums text-ink-2">{usesWords(coupon, locale)}</span>
      {coupon.usesMax ? <ProgressBar label={couponListWords().usesOf(coupon.code)} share={Math.min(1, coupon.used / coupon.usesMax)} valueText={usesWords(coupon, locale)} /> : null}
    </span>
  )
}

/** For example `7 of 10, 2 being paid`. */
export function usesWords({ used, held, usesMax }: Pick<CouponView, 'used' | 'held' | 'usesMax'>, locale: string): string {
  const words = couponListWords()
  const number = (value: number) => new Intl.NumberFormat(locale).format(value)
  const taken = usesMax === null ? (used === 0 ? words.notUsedYet : words.used(number(used))) : words.numberOf(number(used), number(usesMax))
  return held > 0 ? words.andBeingPaid(taken, number(held)) : taken
}

function whatFor({ subjectIds }: Pick<CouponView, 'subjectIds'>): string {
  const words = couponListWords()
  if (subjectIds === null) return words.everything
  return subjectIds.length === 1 ? words.oneOffer : words.offers(subjectIds.length)
}
