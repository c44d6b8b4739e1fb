import { z } from 'zod'
import { consentWords } from '../ui/words/consent-words.ts'

/** Whether people must agree, or may say no. */
export const weights = ['required', 'optional'] as const

/** For how many days after a new version who was here before may put off agreeing. */
export const daysToAgree = ['0', '7', '14', '30'] as const

const ticked = z.literal('on').optional().transform((value) => value === 'on')

/** A document as it is written. The text is cleaned when it is kept. */
export const documentForm = z.object({
  title: z.string().trim().min(1, { error: () => consentWords().giveTitle }).max(120),
  bodyHtml: z.string().max(200_000),
  weight: z.enum(weights, { error: () => consentWords().chooseWeight }),
  atEntry: ticked,
  atCheckout: ticked,
})
export type DocumentInput = z.output<typeof documentForm>

/** What is said of a version when it is published. */
export const publishForm = z.object({
  changeNote: z.string().trim().max(500).default(''),
  days: z.enum(daysToAgree, { error: () => consentWords().chooseDays }).transform(Number),
})
export type PublishInput = z.output<typeof publishForm>
