import { z } from 'zod'
import { languages, type Language } from '#platform/i18n/languages.ts'

/** The name of the box by which a language is offered. */
export function offerField(language: Language): `offer-${Language}` {
  return `offer-${language}`
}

const box = z.literal('on').optional()

/** In which language a school speaks by itself, and in which it can be read besides. */
export const languagesForm = z.object({ ownLanguage: z.enum(languages), 'offer-en': box, 'offer-de': box }).transform(({ ownLanguage: language, ...boxes }) => ({
  language,
  others: languages.filter((other) => other !== language && boxes[offerField(other)] === 'on'),
}))

export type ChosenLanguages = z.output<typeof languagesForm>
