import type { Block } from './blocks.schema.ts'

export type ScheduleRow = Block<'schedule'>['items'][number]

/** A day of the week in which something takes place, with its rows from morning to night. */
export interface ScheduleDay {
  /** As ISO 8601 counts: 1 is Monday, 7 Sunday. */
  day: number
  rows: ScheduleRow[]
}

/**
 * The day with which the week begins where a locale is at home: Sunday in the United States, Saturday in Egypt. Asked on
 * the server alone: not every browser can say it.
 *
 * @param locale BCP 47
 */
export function firstDayOf(locale: string): number {
  return new Intl.Locale(locale).getWeekInfo().firstDay
}

/** The seven days in their order. */
export function weekFrom(firstDay: number): number[] {
  return Array.from({ length: 7 }, (_, index) => ((firstDay - 1 + index) % 7) + 1)
}

/**
 * Rows by days and hours, in whatever order they were typed; a day without any is left out. What lasts beyond midnight
 * stays with the day on which it begins. Of two that begin together the shorter one comes first, and else the one that
 * was typed first.
 */
export function inWeek(rows: readonly ScheduleRow[], firstDay: number): ScheduleDay[] {
  return weekFrom(firstDay)
    .map((day) => ({
      day,
      // Times of the clock have five characters each: their order as words is that of the hours.
      rows: rows.filter((row) => row.day === day).sort((one, other) => (one.start === other.start ? one.minutes - other.minutes : one.start < other.start ? -1 : 1)),
    }))
    .filter((each) => each.rows.length > 0)
}
