/** The languages that the program itself speaks. Each catalogue has a file for every one of them. */
export const languages = ['en', 'de'] as const

export type Language = (typeof languages)[number]

/** What each language calls itself, as people look for it in a list. */
export const languageNames: Record<Language, string> = { en: 'English', de: 'Deutsch' }

/**
 * The language of the program that goes with a locale.
 *
 * @param locale BCP 47, such as de-AT
 * @returns null where the program does not speak it
 */
export function languageOf(locale: string): Language | null {
  const tag = locale.toLowerCase().split(/[-_]/)[0]
  return languages.find((language) => language === tag) ?? null
}

const rightToLeft = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi'])

/** In which direction a locale is written. A school may have one that the program does not speak: its own words stand in it. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  return rightToLeft.has(locale.toLowerCase().split(/[-_]/)[0] ?? '') ? 'rtl' : 'ltr'
}
