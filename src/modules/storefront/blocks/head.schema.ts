import { z } from 'zod'
import { storefrontFaultWords } from '../words/storefront-fault-words.ts'
import { inOtherLanguages } from './block-texts.schema.ts'

/** What search engines and messengers are told of the first page in one language; '' is what the school says of itself. */
export const headForm = z.object({
  title: z.string().trim().max(70, { error: () => storefrontFaultWords().cutAt70 }).default(''),
  description: z.string().trim().max(200, { error: () => storefrontFaultWords().cutAt200 }).default(''),
})
export type HeadTexts = z.output<typeof headForm>

const translations = inOtherLanguages(headForm)

/** The same in the page's first language, and in others. */
export type PageHead = HeadTexts & { translations: z.output<typeof translations> }

/** A page of which nobody said anything for search engines. */
export const emptyHead: PageHead = { title: '', description: '', translations: {} }

/** What a version says in other languages; nothing where that cannot be read. */
export function readHeadTranslations(stored: unknown): PageHead['translations'] {
  const read = translations.safeParse(stored)
  return read.success ? read.data : {}
}
