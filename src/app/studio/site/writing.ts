import type { Language } from '#platform/i18n/languages.ts'

/** The languages of the page in the editor: its first one, the one that is being written, and all. */
export interface Writing {
  first: Language
  current: Language
  all: readonly Language[]
}

/** The parameter that says which language is being written; the editor itself goes on speaking that of its reader. */
export const writtenParameter = 'in'

/** What is being written at an address; the page's first language where it names none of the page's. */
export function writingAt(url: string, all: readonly Language[]): Writing {
  const asked = new URL(url).searchParams.get(writtenParameter)
  const first = all[0] ?? 'en'
  return { first, current: all.find((language) => language === asked) ?? first, all }
}

/** An address of the editor in the language that is being written. */
export function inWriting(address: string, { first, current }: Writing): string {
  return current === first ? address : `${address}?${writtenParameter}=${current}`
}
