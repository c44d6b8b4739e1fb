import { z } from 'zod'
import { filePurposes } from './storage/media-types.ts'

/** What the browser says of a file before it sends it. */
export const uploadFactsSchema = z.object({
  name: z.string('The file needs a name.').trim().min(1, 'The file needs a name.').max(255, 'The name of this file is too long.'),
  purpose: z.enum(filePurposes, 'Say what the file is for: video, audio, pdf, file or image.'),
  sizeBytes: z.coerce.number('Say how large the file is.').int('Say how large the file is, in whole bytes.').min(1, 'This file is empty.').max(Number.MAX_SAFE_INTEGER, 'This file is too large.'),
  /** Seconds, as the browser's own player measured them; what is absurd is forgotten. */
  durationSeconds: z.coerce.number().positive().max(24 * 3600).nullable().catch(null),
})
export type UploadFacts = z.infer<typeof uploadFactsSchema>
