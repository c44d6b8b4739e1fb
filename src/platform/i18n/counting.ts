import type { Language } from './languages.ts'

/** The forms of a word beside a number; `#` is the number. Which one is said is the language's own rule. */
export type Forms = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>

/**
 * How a language counts, by the plural rules of the Unicode CLDR.
 *
 * @example
 * const count = counting('de')
 * count(2, { one: '# Lektion', other: '# Lektionen' }) // 2 Lektionen
 */
export function counting(language: Language): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(language)
  const numbers = new Intl.NumberFormat(language)
  return (count, forms) => (forms[rules.select(count)] ?? forms.other).replaceAll('#', numbers.format(count))
}
