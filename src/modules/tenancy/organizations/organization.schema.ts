import { z } from 'zod'
import { languages, type Language } from '#platform/i18n/languages.ts'
import { presets, type Preset } from '../presets/presets.schema.ts'
import { tenancyWords } from '../words/tenancy-words.ts'

/** Currencies a school can choose; each is one that the payment provider pays out. */
export const currencies = ['eur', 'usd', 'gbp', 'chf', 'sek', 'nok', 'dkk', 'pln', 'czk', 'cad', 'aud', 'nzd', 'sgd', 'brl', 'mxn'] as const

const name = z.string().trim().min(1, { error: () => tenancyWords().nameYourSchool }).max(120, { error: () => tenancyWords().atMost120 })

const slug = z
  .string()
  .trim()
  .toLowerCase()
  .min(3, { error: () => tenancyWords().atLeast3 })
  .max(40, { error: () => tenancyWords().atMost40 })
  .regex(/^[a-z0-9]([a-z0-9-]*[a-z0-9])$/, { error: () => tenancyWords().slugShape })

const timeZone = z.string().refine(isTimeZone, { error: () => tenancyWords().chooseZone })

export const schoolName = z.object({ name, preset: z.enum(presets.map(({ value }) => value) as [Preset, ...Preset[]], { error: () => tenancyWords().chooseKind }) })

export const createOrganizationForm = schoolName.extend({
  slug,
  currency: z.enum(currencies, { error: () => tenancyWords().chooseCurrency }),
  timeZone,
  /** Whether a sample of its kind comes with it. */
  sample: z.enum(['on'], { error: () => tenancyWords().tickOrLeave }).optional(),
})

const line = (most: number) => z.string().trim().max(most, { error: () => tenancyWords().atMost(most) })

const tagline = line(160)

/** The field of the tagline in a language that is not the school's own. */
export const taglineField = (language: Language) => `tagline-${language}` as const

export const updateSchoolForm = z.object({
  name,
  tagline,
  ...(Object.fromEntries(languages.map((language) => [taglineField(language), tagline.optional()])) as Record<ReturnType<typeof taglineField>, z.ZodOptional<typeof tagline>>),
  timeZone,
}).transform((sent) => ({
  name: sent.name,
  tagline: sent.tagline,
  timeZone: sent.timeZone,
  taglines: Object.fromEntries(languages.flatMap((language) => {
    const translated = sent[taglineField(language)]
    return translated === undefined ? [] : [[language, translated]]
  })),
}))

/** What the settings hold, and what a school begins with until somebody arranges its first page and its brand. */
export interface SchoolTexts {
  name: string
  tagline: string
  timeZone: string
  /** The tagline in languages besides the school's own. An empty one is taken away, one that is not named stays. */
  taglines?: Partial<Record<Language, string>>
  heroTitle?: string
  heroText?: string
  brandColour?: string
}

function isTimeZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  } catch {
    return false
  }
}
