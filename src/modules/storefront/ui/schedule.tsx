import { cn } from '#ui/class-names.ts'
import type { Block } from '../blocks/blocks.schema.ts'
import { firstDayOf, inWeek, type ScheduleDay, type ScheduleRow } from '../blocks/in-week.schema.ts'
import { Part } from './part.tsx'
import { dayInWords, minutesOf, spanInWords, zoneInWords } from './time-words.ts'
import { scheduleWords } from './words/schedule-words.ts'

type ScheduleProps = {
  anchor: string
  layout: Block<'schedule'>['layout']
  title: string
  text: string
  rows: readonly ScheduleRow[]
  /** How its reader writes hours, and with which day the week begins. */
  locale: string
  /** The school's; an IANA name. */
  timeZone: string
}

/** What takes place every week, day by day. It says so and no more: nothing can be booked here. */
export function Schedule({ anchor, layout, title, text, rows, locale, timeZone }: ScheduleProps) {
  if (rows.length === 0) return null
  const days = inWeek(rows, firstDayOf(locale))
  // Two columns are no week: fewer days are read more easily under each other.
  const isInColumns = layout === 'week' && days.length > 2
  return (
    <Part anchor={anchor} title={title}>
      {text ? <p className="-mt-3 mb-8 max-w-[60ch] whitespace-pre-line text-[1.0625rem] text-ink-2">{text}</p> : null}
      {isInColumns ? <Columns days={days} locale={locale} /> : <Days days={days} locale={locale} />}
      <p className="mt-7 text-sm text-ink-2">{scheduleWords().zone(zoneInWords(timeZone, locale))}</p>
    </Part>
  )
}

type DaysProps = { days: readonly ScheduleDay[]; locale: string }

/** The days under each other, each with its rows beside its name. */
function Days({ days, locale }: DaysProps) {
  return (
    <div className="border-b">
      {days.map(({ day, rows }) => (
        <div key={day} className="items-baseline gap-x-10 border-t py-5 md:grid md:grid-cols-[minmax(0,1fr)_minmax(0,4fr)]">
          <DayName day={day} locale={locale} className="max-md:mb-3" />
          <ul className="grid gap-y-3.5">
            {rows.map((row) => (
              <Row key={row.id} row={row} locale={locale} />
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}

const columns: Record<number, string> = { 3: 'lg:grid-cols-3', 4: 'lg:grid-cols-4', 5: 'lg:grid-cols-5', 6: 'lg:grid-cols-6', 7: 'lg:grid-cols-7' }
const spans: Record<number, string> = { 1: 'lg:row-span-2', 2: 'lg:row-span-3', 3: 'lg:row-span-4' }
const lines = ['lg:row-start-2', 'lg:row-start-3', 'lg:row-start-4']

/**
 * The days beside each other, ruled: mornings, afternoons and evenings each begin on one line through the whole week.
 * Where there is no room for columns it is the list of days.
 */
function Columns({ days, locale }: DaysProps) {
  const parts = [...new Set(days.flatMap(({ rows }) => rows.map(partOfDay)))].sort()
  return (
    <div className={cn('grid border-b', columns[days.length])}>
      {days.map(({ day, rows }) => (
        <div key={day} className={cn('max-lg:border-t max-lg:py-5 lg:grid lg:grid-rows-subgrid', spans[parts.length])}>
          <DayName day={day} locale={locale} className="max-lg:mb-3 lg:pb-2.5" />
          <div className="grid gap-y-3.5 lg:contents">
            {parts.map((part, line) => (
              <PartOfDay key={part} rows={rows.filter((row) => partOfDay(row) === part)} locale={locale} className={cn('lg:border-t lg:pb-7 lg:pe-5 lg:pt-4', line === 0 && 'lg:border-ink-3', lines[line])} />
            ))}
          </div>
        </div>
      ))}
    </div>
  )
}

function PartOfDay({ rows, locale, className }: { rows: readonly ScheduleRow[]; locale: string; className: string }) {
  // The lines go through the whole week, past days that have nothing at these hours.
  if (rows.length === 0) return <div className={cn('max-lg:hidden', className)} />
  return (
    <ul className={cn('grid content-start gap-y-3.5 lg:gap-y-5', className)}>
      {rows.map((row) => (
        <Row key={row.id} row={row} locale={locale} isInColumn />
      ))}
    </ul>
  )
}

type RowProps = { row: ScheduleRow; locale: string; /** Where there is room, everything stands under each other. */ isInColumn?: boolean }

/** When, what, with whom and where. On a phone all that is known of it stands beside the hours. */
function Row({ row, locale, isInColumn = false }: RowProps) {
  const wide = isInColumn ? 'lg:grid-cols-1 lg:*:col-start-auto lg:*:row-auto' : 'md:grid-cols-[9.5rem_minmax(0,1.2fr)_minmax(0,1fr)] md:*:col-start-auto md:*:row-auto'
  return (
    <li className={cn('grid grid-cols-[7.25rem_minmax(0,1fr)] items-baseline gap-x-4 gap-y-0.5 wrap-break-word hyphens-auto', wide)}>
      <time dateTime={row.start} className="row-span-2 text-[0.9375rem] text-ink-2 tabular-nums">
        {spanInWords(row, locale)}
      </time>
      <span className="col-start-2 min-w-0 font-semibold leading-snug">{row.title}</span>
      {row.who || row.place ? (
        <span className="col-start-2 min-w-0 text-[0.9375rem] leading-snug text-ink-2">
          {row.who}
          {row.who && row.place ? <span className={cn(isInColumn && 'lg:hidden')}> · </span> : null}
          {row.place ? <span className={cn(isInColumn && 'lg:block')}>{row.place}</span> : null}
        </span>
      ) : null}
    </li>
  )
}

function DayName({ day, locale, className }: { day: number; locale: string; className: string }) {
  return <h3 className={cn('display text-[1.25rem] leading-[1.2] first-letter:uppercase', className)}>{dayInWords(day, locale)}</h3>
}

/** Morning, afternoon or evening, by when something begins. */
function partOfDay({ start }: ScheduleRow): number {
  const hour = minutesOf(start) / 60
  return hour < 12 ? 0 : hour < 17 ? 1 : 2
}
