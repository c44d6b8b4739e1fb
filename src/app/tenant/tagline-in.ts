import { languageOf } from '#platform/i18n/languages.ts'
import type { Tenant } from '../request-context.ts'

/** The line under a school's name as a reader of this locale gets it: in their language, else as the school wrote it first. */
export function taglineIn({ tagline, tagline_translations, locale: own }: Pick<Tenant, 'tagline' | 'tagline_translations' | 'locale'>, locale: string): string {
  const language = languageOf(locale)
  return (language !== null && language !== languageOf(own) && tagline_translations[language]) || tagline
}
