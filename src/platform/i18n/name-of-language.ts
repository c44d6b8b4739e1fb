import type { Language } from './languages.ts'
import { currentLocale } from './locale.ts'

/** What whoever reads now calls a language: "German" in English, "Deutsch" in German. Its own name is in `languageNames`. */
export function nameOfLanguage(language: Language): string {
  return new Intl.DisplayNames(currentLocale(), { type: 'language' }).of(language) ?? language
}
