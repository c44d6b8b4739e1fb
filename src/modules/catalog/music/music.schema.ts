import { z } from 'zod'
import { priceSchema } from '../catalog.schema.ts'
import { productBuilderWords } from '../ui/words/product-builder-words.ts'
import { musicalKeys } from './music-keys.ts'

export const bpmLeast = 20
export const bpmMost = 400
const tagsMax = 12

const noKey = z.literal('').transform(() => null)

/** What a piece of music is found by. */
export const musicFactsSchema = z.object({
  bpm: z.string().trim().default('').transform((text, context) => {
    if (text === '') return null
    if (/^\d{2,3}$/.test(text) && Number(text) >= bpmLeast && Number(text) <= bpmMost) return Number(text)
    context.addIssue({ code: 'custom', message: productBuilderWords().wholeBeats(bpmLeast, bpmMost) })
    return z.NEVER
  }),
  musicalKey: z.union([z.enum(musicalKeys), noKey], { error: () => productBuilderWords().chooseKey }).default(null),
  tags: z.string().max(400, { error: () => productBuilderWords().tagsUnder400 }).default('').transform((text, context) => {
    const tags = [...new Set(text.split(',').map((tag) => tag.trim().toLowerCase().replace(/\s+/g, ' ')).filter(Boolean))]
    if (tags.length <= tagsMax && tags.every((tag) => tag.length <= 30)) return tags
    context.addIssue({ code: 'custom', message: productBuilderWords().tagsMost(tagsMax) })
    return z.NEVER
  }),
})
export type NewMusicFacts = z.output<typeof musicFactsSchema>

const loudness = z.string().regex(/^(100|\d{1,2})$/).transform(Number)

/** A preview that was uploaded, with the picture that the browser made of it. */
export const previewSchema = z.object({
  fileId: z.string(),
  /** Empty where the browser could not read the recording: it plays all the same. */
  peaks: z.string().max(1000).default('').transform((text) => (text === '' ? [] : text.split(','))).pipe(z.array(loudness).max(200)).catch([]),
  seconds: z.coerce.number().int().min(1).max(7200).nullable().catch(null),
})
export type NewPreview = z.output<typeof previewSchema>

/** A licence as a school writes it. */
export const licenceSchema = priceSchema.extend({
  name: z.string().trim().min(1, { error: () => productBuilderWords().nameLicence }).max(60, { error: () => productBuilderWords().nameUnder60 }),
  terms: z.string().trim().max(2000, { error: () => productBuilderWords().termsUnder2000 }).default(''),
  /** Sold once. */
  isExclusive: z.literal('on', { error: () => productBuilderWords().tickOrLeave }).optional().transform((box) => box === 'on'),
})

/** What visitors filter the shelf by; what makes no sense counts as nothing. */
export const musicFilterSchema = z.object({
  bpmFrom: z.coerce.number().int().min(bpmLeast).max(bpmMost).nullable().catch(null),
  bpmTo: z.coerce.number().int().min(bpmLeast).max(bpmMost).nullable().catch(null),
  key: z.enum(musicalKeys).nullable().catch(null),
  tag: z.string().trim().min(1).max(30).nullable().catch(null),
})
export type MusicFilter = z.output<typeof musicFilterSchema>

/** Whether anything is asked for. */
export function isFiltering(filter: MusicFilter): boolean {
  return Object.values(filter).some((value) => value !== null)
}
