import { z } from 'zod'
import type { Language } from '#platform/i18n/languages.ts'
import { storefrontFaultWords } from '../words/storefront-fault-words.ts'

/** One line of text, or a few; '' where nothing is said. */
export const line = (most: number) => z.string().trim().max(most, { error: () => storefrontFaultWords().mostCharacters(most) }).default('')
const html = z.string().max(40_000, { error: () => storefrontFaultWords().textTooLong }).default('')

/** What a kind of block says in words, and so in each language of the site. All else is the same in every language. */
export const blockTexts = {
  hero: z.object({ title: line(120), text: line(500), pictureAlt: line(200) }),
  about: z.object({ title: line(120), html, pictureAlt: line(200) }),
  courses: z.object({ title: line(120) }),
  products: z.object({ title: line(120) }),
  people: z.object({ title: line(120) }),
  schedule: z.object({ title: line(120), text: line(500) }),
  testimonials: z.object({ title: line(120) }),
  text: z.object({ title: line(120), html }),
  gallery: z.object({ title: line(120) }),
  contact: z.object({ title: line(120), text: line(500) }),
  embed: z.object({ title: line(120), text: line(500) }),
} as const

/** What each entry of a list says besides. Whose voice it is stands in no list: a name is a name in every language. */
export const entryTexts = {
  schedule: z.object({ title: line(120), who: line(120), place: line(120) }),
  testimonials: z.object({ quote: z.string().trim().max(600, { error: () => storefrontFaultWords().most600 }).default(''), about: line(120) }),
  gallery: z.object({ alt: line(200), caption: line(200) }),
} as const

/** A name may be said in each language, but reads as well in all: nobody is told that it is missing. */
export const names: ReadonlySet<string> = new Set(['who'])

/** Tells an entry of a list from the others, wherever it stands; '' until it has one. */
export const entryNumber = z.string().regex(/^\d{1,4}$/).catch('')

/** The same texts in other languages than the first; '' where the first one's text stands in. */
export function inOtherLanguages<Texts extends z.ZodType>(texts: Texts) {
  const shape = { en: texts.optional(), de: texts.optional() } satisfies Record<Language, z.ZodType>
  return z.object(shape).default({})
}
