import { ChevronRight, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useWording } from '#modules/tenancy/ui/wording.tsx'
import type { Block } from '#modules/storefront/blocks/blocks.schema.ts'
import { inWeek, weekFrom, type ScheduleRow } from '#modules/storefront/blocks/in-week.schema.ts'
import { scheduleMinutes, scheduleRowsMax } from '#modules/storefront/blocks/schedule-row.schema.ts'
import { dayInWords, spanInWords } from '#modules/storefront/ui/time-words.ts'
import { currentLocale } from '#platform/i18n/locale.ts'
import { Icon } from '#ui/icon.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextareaField } from '#ui/textarea-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { siteWords } from '../../words/site-words.ts'
import type { FormGround } from './block-fields.tsx'
import { EntryButton } from './entry-buttons.tsx'
import { useEntryCount } from './use-entry-count.ts'
import { usePlaces } from './use-places.ts'

type FieldsProps = { block: Block<'schedule'>; ground: FormGround }

/** What takes place every week: a line for each row, to be opened, and room for one more. */
export function ScheduleFields({ block, ground }: FieldsProps) {
  const words = siteWords()
  const { timetable } = useWording()
  const { fieldOf, values, firstDay } = ground
  const rows = usePlaces(block.items, () => inWeek(block.items, firstDay).flatMap((day) => day.rows))
  const count = useEntryCount({ field: 'title', stored: rows.length, most: scheduleRowsMax, values })

  return (
    <>
      <TextField label={words.heading} hint={words.scheduleHint(timetable)} {...fieldOf('title', block.title)} maxLength={120} optional autoComplete="off" />
      <TextareaField label={words.introduction} hint={words.scheduleTextHint} {...fieldOf('text', block.text)} maxLength={500} optional />
      <div>
        <p className="mb-4 text-sm text-ink-2">{words.rowsHint}</p>
        <div className="divide-y border-y">
          {Array.from({ length: count }, (_, place) => (
            <Row key={place} place={place} row={rows[place]} before={rows[place - 1]} ground={ground} />
          ))}
        </div>
      </div>
    </>
  )
}

/** A row as a line of the editor names it: "Monday, 16:00–17:30 · Yin". */
export function rowInWords(row: ScheduleRow): string {
  const locale = currentLocale()
  return `${dayInWords(row.day, locale)}, ${spanInWords(row, locale)} · ${row.title}`
}

type RowProps = { place: number; /** None where it is being written. */ row: ScheduleRow | undefined; before: ScheduleRow | undefined; ground: FormGround }

function Row({ place, row, before, ground: { fieldOf, firstDay } }: RowProps) {
  const words = siteWords()
  const fields = ['day', 'start', 'minutes', 'title', 'who', 'place'].map((name) => `${name}.${place}`)
  const [isOpen, setOpen] = useState(!row)
  // What has a fault cannot be closed: it would be mended by nobody.
  const isShown = isOpen || fields.some((name) => fieldOf(name, '').error)
  const name = row ? rowInWords(row) : words.anotherRow
  const { id, day, start, minutes, title, who, place: where } = row ?? newRow(before, firstDay)

  return (
    <div className="relative">
      <details className="group/row" open={isShown} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="flex items-start gap-2 py-3 pe-12 text-[0.9375rem] font-medium tabular-nums">
          <Icon of={ChevronRight} size="sm" className="mt-[3px] text-ink-3 transition-transform group-open/row:rotate-90 rtl:-scale-x-100" />
          <span className="min-w-0 wrap-break-word">{name}</span>
        </summary>
        <fieldset className="grid gap-4 pb-6 pt-2">
          <legend className="sr-only">{words.rowNumber(place + 1)}</legend>
          <input type="hidden" name={`id.${place}`} value={id} />
          <div className="grid grid-cols-2 gap-3 sm:grid-cols-[1.4fr_1fr_0.8fr]">
            <SelectField
              label={words.day}
              {...fieldOf(`day.${place}`, String(day))}
              options={weekFrom(firstDay).map((each) => ({ value: String(each), label: dayInWords(each, currentLocale()) }))}
              className="max-sm:col-span-2"
            />
            <TextField label={words.begins} type="time" {...fieldOf(`start.${place}`, start)} />
            <TextField label={words.minutes} type="number" inputMode="numeric" min={scheduleMinutes.least} max={scheduleMinutes.most} {...fieldOf(`minutes.${place}`, String(minutes))} autoComplete="off" />
          </div>
          <TextField label={words.what} {...fieldOf(`title.${place}`, title)} maxLength={120} autoComplete="off" />
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField label={words.withWhom} {...fieldOf(`who.${place}`, who)} maxLength={120} autoComplete="off" optional />
            <TextField label={words.where} {...fieldOf(`place.${place}`, where)} maxLength={120} autoComplete="off" optional />
          </div>
        </fieldset>
      </details>
      {row ? (
        <span className="absolute end-0 top-1.5">
          <EntryButton name="drop" place={place} label={words.removeNamed(name)} icon={Trash2} />
        </span>
      ) : null}
    </div>
  )
}

/** Most weeks are written day by day, and what is alike takes as long: a new row begins as the one before. */
function newRow(before: ScheduleRow | undefined, firstDay: number): Omit<ScheduleRow, 'translations'> {
  return { id: '', day: before?.day ?? firstDay, start: '', minutes: before?.minutes ?? 60, title: '', who: '', place: '' }
}
