import type { Language } from '#platform/i18n/languages.ts'
import { currentLanguage } from '#platform/i18n/locale.ts'
import { de } from './api-reference/de.ts'

/** English is the document itself: programs read it, and so it is written once. */
const files: Record<Exclude<Language, 'en'>, Record<string, string>> = { de }

/** A sentence of the API's document in the language of who reads the reference. `reference-view.test.ts` finds those that are missing. */
export function referenceSentence(sentence: string): string {
  const language = currentLanguage()
  return language === 'en' ? sentence : (files[language][sentence] ?? sentence)
}
