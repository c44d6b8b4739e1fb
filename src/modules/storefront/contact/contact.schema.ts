import { z } from 'zod'
import { contactWords } from '../ui/words/contact-words.ts'

/** What a visitor sends by a school's contact form. */
export const contactForm = z.object({
  name: z.string().trim().min(1, { error: () => contactWords().tellName }).max(120, { error: () => contactWords().nameTooLong }),
  email: z.string().trim().max(254, { error: () => contactWords().addressTooLong }).pipe(z.email({ error: () => contactWords().addressShape })),
  message: z.string().trim().min(1, { error: () => contactWords().writeMessage }).max(4000, { error: () => contactWords().messageTooLong }),
  /** Nobody sees this field, so whoever fills it in is a program. */
  website: z.string().max(2000).default('').catch('filled'),
})
export type ContactMessage = z.output<typeof contactForm>
