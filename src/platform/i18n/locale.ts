import { languageOf, type Language } from './languages.ts'

/** In the browser a document has one locale as long as it lives: another one is another document. */
let read = (): string | undefined => (typeof document === 'undefined' ? undefined : document.documentElement.lang)

/** The locale in which the person who is answered now reads; English outside of any answer. BCP 47. */
export function currentLocale(): string {
  return read() || 'en'
}

/** The language in which the program speaks to them; English where it does not speak theirs. */
export function currentLanguage(): Language {
  return languageOf(currentLocale()) ?? 'en'
}

/** Tells where the server knows the locale of the answer that is being made. */
export function readLocaleFrom(source: () => string | undefined): void {
  read = source
}
