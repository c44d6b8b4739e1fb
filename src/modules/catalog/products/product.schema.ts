import { z } from 'zod'
import { freeDownloadWords } from '../leads/words/free-download-words.ts'
import { productBuilderWords } from '../ui/words/product-builder-words.ts'
import { productKinds } from './product-kinds.ts'

const title = z.string().trim().min(1, { error: () => productBuilderWords().giveTitle }).max(160, { error: () => productBuilderWords().titleTooLong })
const box = z.union([z.literal('on').transform(() => true), z.boolean()], { error: () => productBuilderWords().tickOrLeave }).default(false)

export const newProductSchema = z.object({ title, kind: z.enum(productKinds, { error: () => productBuilderWords().chooseKind }) })

/** The settings of a product. */
export const productSettingsSchema = z.object({
  title,
  slug: z.string().trim().toLowerCase().regex(/^[a-z0-9]([a-z0-9-]{0,78}[a-z0-9])?$/, { error: () => productBuilderWords().slugLetters }),
  summary: z.string().trim().max(400, { error: () => productBuilderWords().summaryTooLong }).default(''),
  descriptionHtml: z.string().max(100_000, { error: () => productBuilderWords().descriptionTooLong }).default(''),
  givesLicenceKeys: box,
  answersLicenceChecks: box,
  /** What people agree to who leave their address; empty for the usual words. */
  consentText: z.string().trim().max(500, { error: () => productBuilderWords().under500 }).default(''),
  /** How often a buyer may fetch each file; null for as often as wanted. */
  downloadsMax: z.string().trim().default('').transform((text, context) => {
    if (text === '') return null
    if (/^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= 1000) return Number(text)
    context.addIssue({ code: 'custom', message: productBuilderWords().wholeNumberTo1000 })
    return z.NEVER
  }),
})
export type ProductSettings = z.output<typeof productSettingsSchema>

export const newVersionSchema = z.object({
  label: z.string().trim().min(1, { error: () => productBuilderWords().nameVersion }).max(40, { error: () => productBuilderWords().nameUnder40 }),
  notes: z.string().trim().max(2000, { error: () => productBuilderWords().notesUnder2000 }).default(''),
})
export type NewVersion = z.output<typeof newVersionSchema>

/** What an outside program asks: whether a key is good. */
export const licenceCheckSchema = z.object({ key: z.string().trim().min(1).max(60) })

/** What somebody leaves for a free download. */
export const freeDownloadForm = z.object({
  email: z.string().trim().min(1, { error: () => freeDownloadWords().enterEmail }).max(254, { error: () => freeDownloadWords().emailTooLong }).pipe(z.email({ error: () => freeDownloadWords().emailShape })),
  agrees: z.literal('on', { error: () => freeDownloadWords().tickBox }),
})
