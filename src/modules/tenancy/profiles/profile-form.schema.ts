import { z } from 'zod'
import { tenancyWords } from '../words/tenancy-words.ts'

const line = (most: number) => z.string().trim().max(most, { error: () => tenancyWords().atMost(most) }).default('')

/** What the form of a profile sends besides the fields of its type, which are named `<type>.<field>`. */
export const profileForm = z.object({
  displayName: z.string().trim().min(1, { error: () => tenancyWords().sayYourName }).max(120, { error: () => tenancyWords().atMost120 }),
  headline: line(80),
  bio: line(600),
  type: z.string().max(40, { error: () => tenancyWords().chooseProfileKind }).default(''),
  isPublic: z.enum(['on'], { error: () => tenancyWords().tickOrLeave }).optional(),
})
