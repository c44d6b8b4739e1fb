import { z } from 'zod'
import { webhookPageWords } from '../ui/words/webhook-page-words.ts'

/** How far back one may send again what did not get through, in hours: an hour, a day, a week, all that is kept. */
export const againHours = [1, 24, 168, 720] as const

/** The form of sending again all that did not get through. */
export const sendAgainForm = z.object({
  hours: z.enum(againHours.map(String) as [string, ...string[]], { error: () => webhookPageWords().chooseHowFar }).transform(Number),
})

/** How many are sent again by one press. */
export const againMax = 1000
