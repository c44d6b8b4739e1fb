import { z } from 'zod'
import { storefrontFaultWords } from '../words/storefront-fault-words.ts'
import { entryNumber, entryTexts, inOtherLanguages } from './block-texts.schema.ts'

/** How many rows a timetable holds. */
export const scheduleRowsMax = 60

/** How long a row may take, in minutes. */
export const scheduleMinutes = { least: 5, most: 720 }

const day = { error: () => storefrontFaultWords().chooseDay }
const minutes = { error: () => storefrontFaultWords().howLong(scheduleMinutes.least, scheduleMinutes.most) }

/** Something that takes place every week. */
export const scheduleRow = z.object({
  /** As ISO 8601 counts: 1 is Monday, 7 Sunday. */
  day: z.coerce.number(day).int(day).min(1, day).max(7, day),
  /** By the clock on the school's wall, as 09:30; the same in summer and in winter. */
  start: z.string().trim().regex(/^([01]?\d|2[0-3]):[0-5]\d$/, { error: () => storefrontFaultWords().whenBegins }).transform((time) => time.padStart(5, '0')),
  minutes: z.coerce.number(minutes).int(minutes).min(scheduleMinutes.least, minutes).max(scheduleMinutes.most, minutes),
  ...entryTexts.schedule.shape,
  title: z.string().trim().min(1, { error: () => storefrontFaultWords().sayWhat }).max(120, { error: () => storefrontFaultWords().mostCharacters(120) }),
  id: entryNumber,
  translations: inOtherLanguages(entryTexts.schedule),
})
