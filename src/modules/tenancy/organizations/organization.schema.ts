import { z } from 'zod'
import { presets, type Preset } from '../presets/presets.schema.ts'

/** Currencies a school can choose; each is one that the payment provider pays out. */
export const currencies = ['eur', 'usd', 'gbp', 'chf', 'sek', 'nok', 'dkk', 'pln', 'czk', 'cad', 'aud', 'nzd', 'sgd', 'brl', 'mxn'] as const

const name = z.string().trim().min(1, 'Give your school a name.').max(120, 'Use at most 120 characters.')

const slug = z
  .string()
  .trim()
  .toLowerCase()
  .min(3, 'Use at least 3 characters.')
  .max(40, 'Use at most 40 characters.')
  .regex(/^[a-z0-9]([a-z0-9-]*[a-z0-9])$/, 'Use small letters, digits and hyphens, with a letter or digit at both ends.')

const timeZone = z.string().refine(isTimeZone, 'Choose a time zone from the list.')

export const schoolName = z.object({ name, preset: z.enum(presets.map(({ value }) => value) as [Preset, ...Preset[]], 'Choose a kind of school from the list.') })

export const createOrganizationForm = schoolName.extend({
  slug,
  currency: z.enum(currencies, 'Choose a currency from the list.'),
  timeZone,
  /** Whether a sample of its kind comes with it. */
  sample: z.enum(['on'], 'Tick it or leave it.').optional(),
})

const line = (most: number) => z.string().trim().max(most, `Use at most ${most} characters.`)

export const updateSchoolForm = z.object({
  name,
  tagline: line(160),
  timeZone,
})

/** What the settings hold, and what a school begins with until somebody arranges its first page and its brand. */
export type SchoolTexts = z.infer<typeof updateSchoolForm> & { heroTitle?: string; heroText?: string; brandColour?: string }

function isTimeZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  } catch {
    return false
  }
}
