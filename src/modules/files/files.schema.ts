import { z } from 'zod'
import { filePurposes } from './storage/media-types.ts'
import { fileWords } from './words/file-words.ts'

/** What the browser says of a file before it sends it. */
export const uploadFactsSchema = z.object({
  name: z.string({ error: () => fileWords().needsName }).trim().min(1, { error: () => fileWords().needsName }).max(255, { error: () => fileWords().nameTooLong }),
  purpose: z.enum(filePurposes, { error: () => fileWords().sayPurpose }),
  sizeBytes: z.coerce.number({ error: () => fileWords().saySize }).int({ error: () => fileWords().sayWholeBytes }).min(1, { error: () => fileWords().isEmpty }).max(Number.MAX_SAFE_INTEGER, { error: () => fileWords().isTooLarge }),
  /** Seconds, as the browser's own player measured them; what is absurd is forgotten. */
  durationSeconds: z.coerce.number().positive().max(24 * 3600).nullable().catch(null),
})
export type UploadFacts = z.infer<typeof uploadFactsSchema>
