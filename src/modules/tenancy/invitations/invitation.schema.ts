import { z } from 'zod'
import { tenancyWords } from '../words/tenancy-words.ts'

/** Roles that somebody can be invited to. Owners are made of people who are here already. */
export const invitedRoles = ['admin', 'instructor', 'assistant', 'student'] as const

export const inviteForm = z.object({
  email: z.string().trim().toLowerCase().max(254, { error: () => tenancyWords().addressTooLong }).pipe(z.email({ error: () => tenancyWords().addressShape })),
  role: z.enum(invitedRoles, { error: () => tenancyWords().chooseRole }),
})
