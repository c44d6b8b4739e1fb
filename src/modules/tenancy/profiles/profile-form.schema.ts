import { z } from 'zod'

const line = (most: number) => z.string().trim().max(most, `Use at most ${most} characters.`).default('')

/** What the form of a profile sends besides the fields of its type, which are named `<type>.<field>`. */
export const profileForm = z.object({
  displayName: z.string().trim().min(1, 'Say what you are called here.').max(120, 'Use at most 120 characters.'),
  headline: line(80),
  bio: line(600),
  type: z.string().max(40, 'Choose a kind of profile from the list.').default(''),
  isPublic: z.enum(['on'], 'Tick it or leave it.').optional(),
})
