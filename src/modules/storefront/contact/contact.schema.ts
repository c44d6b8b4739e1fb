import { z } from 'zod'

/** What a visitor sends by a school's contact form. */
export const contactForm = z.object({
  name: z.string().trim().min(1, 'Tell us your name.').max(120, 'Use at most 120 characters.'),
  email: z.string().trim().max(254, 'This address is too long.').pipe(z.email('Write an address such as name@example.org.')),
  message: z.string().trim().min(1, 'Write your message.').max(4000, 'Keep your message under 4,000 characters.'),
  /** Nobody sees this field, so whoever fills it in is a program. */
  website: z.string().max(2000).default('').catch('filled'),
})
export type ContactMessage = z.output<typeof contactForm>
