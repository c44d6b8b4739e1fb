import { z } from 'zod'

/** Roles that somebody can be invited to. Owners are made of people who are here already. */
export const invitedRoles = ['admin', 'instructor', 'assistant', 'student'] as const

export const inviteForm = z.object({
  email: z.string().trim().toLowerCase().max(254, 'This address is too long.').pipe(z.email('Enter an e-mail address, like name@example.com.')),
  role: z.enum(invitedRoles, 'Choose a role.'),
})
