import { z } from 'zod'
import { freeDownloadWords } from '../leads/words/free-download-words.ts'
import { productKinds } from './product-kinds.ts'

const title = z.string().trim().min(1, 'Give it a title.').max(160, 'Keep the title under 160 letters.')
const box = z.union([z.literal('on').transform(() => true), z.boolean()], 'Tick it, or leave it empty.').default(false)

export const newProductSchema = z.object({ title, kind: z.enum(productKinds, 'Choose what kind of product it is.') })

/** The settings of a product. */
export const productSettingsSchema = z.object({
  title,
  slug: z.string().trim().toLowerCase().regex(/^[a-z0-9]([a-z0-9-]{0,78}[a-z0-9])?$/, 'Use small letters, digits and hyphens, up to 80 of them.'),
  summary: z.string().trim().max(400, 'Keep the summary under 400 letters.').default(''),
  descriptionHtml: z.string().max(100_000, 'The description is too long.').default(''),
  givesLicenceKeys: box,
  answersLicenceChecks: box,
  /** What people agree to who leave their address; empty for the usual words. */
  consentText: z.string().trim().max(500, 'Keep this under 500 letters.').default(''),
  /** How often a buyer may fetch each file; null for as often as wanted. */
  downloadsMax: z.string().trim().default('').transform((text, context) => {
    if (text === '') return null
    if (/^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= 1000) return Number(text)
    context.addIssue({ code: 'custom', message: 'Write a whole number from 1 to 1,000, or leave it empty.' })
    return z.NEVER
  }),
})
export type ProductSettings = z.output<typeof productSettingsSchema>

export const newVersionSchema = z.object({
  label: z.string().trim().min(1, 'Give the version a name, such as 1.1.').max(40, 'Keep the name under 40 letters.'),
  notes: z.string().trim().max(2000, 'Keep the notes under 2,000 letters.').default(''),
})
export type NewVersion = z.output<typeof newVersionSchema>

/** What an outside program asks: whether a key is good. */
export const licenceCheckSchema = z.object({ key: z.string().trim().min(1).max(60) })

/** What somebody leaves for a free download. */
export const freeDownloadForm = z.object({
  email: z.string().trim().min(1, { error: () => freeDownloadWords().enterEmail }).max(254, { error: () => freeDownloadWords().emailTooLong }).pipe(z.email({ error: () => freeDownloadWords().emailShape })),
  agrees: z.literal('on', { error: () => freeDownloadWords().tickBox }),
})
