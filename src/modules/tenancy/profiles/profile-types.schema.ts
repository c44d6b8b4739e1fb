import { z } from 'zod'
import { faultWords } from '#platform/errors/words/fault-words.ts'
import type { Preset } from '../presets/presets.schema.ts'
import { profileWords } from './words/profile-words.ts'

/** How a field is asked for, checked and shown. */
interface ProfileField {
  name: string
  /** `line` is a few words; `count` a whole number from 0; `money` whole units of the school's currency. */
  kind: 'line' | 'count' | 'money'
  /** Of a line in characters, of a number its value. */
  most: number
  isRequired?: boolean
}

interface ProfileType {
  value: string
  /** The one that counts most first: a first page may show only that. */
  fields: readonly ProfileField[]
}

const years = { name: 'years', kind: 'count', most: 70 } as const
const languages = { name: 'languages', kind: 'line', most: 120 } as const
const rate = { name: 'rate', kind: 'money', most: 5000 } as const

/** What people say of themselves, by what they are. A new type is an entry here and its words (words/profiles); forms, checks and pages follow it. */
export const profileTypes = [
  {
    value: 'teacher',
    fields: [years, { name: 'subjects', kind: 'line', most: 160, isRequired: true }, languages],
  },
  {
    value: 'coach',
    fields: [rate, years, { name: 'speciality', kind: 'line', most: 120, isRequired: true }, { name: 'audience', kind: 'line', most: 120 }, languages],
  },
  {
    value: 'realtor',
    fields: [rate, years, { name: 'homesSold', kind: 'count', most: 20_000 }, { name: 'region', kind: 'line', most: 120 }, { name: 'licence', kind: 'line', most: 40, isRequired: true }],
  },
  {
    value: 'loan-officer',
    fields: [rate, years, { name: 'loansClosed', kind: 'count', most: 50_000 }, { name: 'states', kind: 'line', most: 120 }, { name: 'nmls', kind: 'line', most: 20, isRequired: true }],
  },
] as const satisfies readonly ProfileType[]

export type ProfileTypeName = (typeof profileTypes)[number]['value']

/** Which types a kind of school offers; the first is the one it begins with. */
const offered: Record<Preset, readonly [ProfileTypeName, ...ProfileTypeName[]]> = {
  'music-school': ['teacher'],
  'yoga-studio': ['teacher', 'coach'],
  'tutoring-centre': ['teacher'],
  'coaching-marketplace': ['coach', 'realtor', 'loan-officer'],
  'creator-academy': ['teacher', 'coach'],
}

/** The types of profile that people of a school may have. */
export function profileTypesOf(preset: string): readonly ProfileType[] {
  const names: readonly string[] = offered[Object.hasOwn(offered, preset) ? (preset as Preset) : 'music-school']
  return profileTypes.filter(({ value }) => names.includes(value))
}

/** A type by its word; null for a word that names none. */
export function findProfileType(word: string): ProfileType | null {
  return profileTypes.find(({ value }) => value === word) ?? null
}

/** What each field may hold, as a schema; all values are texts, as a form sends them. */
export function profileFields(type: ProfileType) {
  return z.object(Object.fromEntries(type.fields.map((field) => [field.name, schemaOf(field)])))
}

/** What a type is called in the reader's language; null for a word that names none. */
export function profileTypeLabel(type: string): string | null {
  const words: Record<string, string> = profileWords().types
  return findProfileType(type) ? (words[type] ?? type) : null
}

/** What a field of a type is called; its own name where it has no word. */
export function fieldLabel(type: string, field: string): string {
  const words: Record<string, Record<string, string>> = profileWords().fields
  return words[type]?.[field] ?? field
}

/** What is said under a field where it is asked for; nothing for most. */
export function fieldHint(field: string): string | undefined {
  const hints: Record<string, string> = profileWords().hints
  return hints[field]
}

/** Something that a profile says: a name, and words or figures. */
export interface ProfileFact {
  label: string
  value: string
}

/**
 * What a profile says, as it is shown. Fields that are empty, or that the type no longer has, say nothing.
 *
 * @param place for figures; the currency in ISO 4217
 */
export function factsOf(type: string, fields: Record<string, string>, place: { locale: string; currency: string }): ProfileFact[] {
  return (findProfileType(type)?.fields ?? []).flatMap((field) => {
    const value = fields[field.name]
    return value ? [{ label: fieldLabel(type, field.name), value: shown(field, value, place) }] : []
  })
}

function schemaOf({ kind, most, isRequired }: ProfileField): z.ZodType<string> {
  if (kind === 'line') {
    const line = z.string().trim().max(most, { error: () => faultWords().atMost(most) })
    return isRequired ? line.min(1, { error: () => profileWords().fillInOrChoose }) : line
  }
  const said = { error: () => profileWords().wholeNumber(most) }
  return z.string().trim().regex(/^\d{0,6}$/, said).refine((text) => Number(text) <= most, said)
}

function shown({ kind }: ProfileField, value: string, { locale, currency }: { locale: string; currency: string }): string {
  if (kind === 'line' || !/^\d+$/.test(value)) return value
  const options = kind === 'money' ? ({ style: 'currency', currency, currencyDisplay: 'narrowSymbol', maximumFractionDigits: 0 } as const) : undefined
  return new Intl.NumberFormat(locale, options).format(Number(value))
}
