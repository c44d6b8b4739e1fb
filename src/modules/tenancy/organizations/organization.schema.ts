import { z } from 'zod'

/** The kinds of schools; `isReady` says whether one can be opened with it today. */
export const presets = [
  { value: 'music-school', label: 'Music school', hint: 'Courses with sheets, recordings and a player made for practising.', isReady: true },
  { value: 'yoga-studio', label: 'Yoga studio', hint: 'Classes and passes.', isReady: false },
  { value: 'tutoring-centre', label: 'Tutoring centre', hint: 'Terms and families.', isReady: false },
  { value: 'coaching-marketplace', label: 'Coaching practice', hint: 'Coaches and sessions.', isReady: false },
  { value: 'creator-academy', label: 'Creator academy', hint: 'Downloads and licences.', isReady: false },
] as const

export type Preset = (typeof presets)[number]['value']

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

export const schoolName = z.object({ name, preset: z.literal('music-school', 'This kind of school cannot be opened yet.') })

export const createOrganizationForm = schoolName.extend({
  slug,
  currency: z.enum(currencies, 'Choose a currency from the list.'),
  timeZone,
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
