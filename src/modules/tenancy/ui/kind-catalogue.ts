import type { Language } from '#platform/i18n/languages.ts'
import { currentLanguage } from '#platform/i18n/locale.ts'
import { wordingOf, type Wording } from '../presets/wording.schema.ts'
import { useWording } from './wording.tsx'

/**
 * The words of one area that name what a school has: each language makes them of the nouns of the school's kind.
 *
 * @returns `of` for the kind of a school by its word, `use` for the school whose page is shown; both in the reader's language
 * @example
 * export const { of: kindWordsOf, use: useKindWords } = kindCatalogue({ en, de })
 */
export function kindCatalogue<Words>(files: Record<Language, (wording: Wording) => Words>): { of: (preset: string) => Words; use: () => Words } {
  const saidBy = (wording: Wording) => files[currentLanguage()](wording)
  return { of: (preset) => saidBy(wordingOf(preset)), use: () => saidBy(useWording()) }
}
