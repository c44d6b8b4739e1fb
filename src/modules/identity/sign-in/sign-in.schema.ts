import { z } from 'zod'
import { signInWords } from './words/sign-in-words.ts'

export const passwordLengthMin = 10

const email = z.string().trim().toLowerCase().max(254, { error: () => signInWords().addressTooLong }).pipe(z.email({ error: () => signInWords().addressShape }))
const newPassword = z
  .string()
  .min(passwordLengthMin, { error: () => signInWords().passwordTooShort(passwordLengthMin) })
  .max(200, { error: () => signInWords().passwordTooLong })
const personName = z.string().trim().min(1, { error: () => signInWords().enterName }).max(120, { error: () => signInWords().nameTooLong })

/** By which provider; whether it is configured, the use case says. */
export const elsewhereForm = z.object({ provider: z.string().max(20).default('') })
export const emailForm = z.object({ email })
export const signInForm = z.object({ email, password: z.string().min(1, { error: () => signInWords().enterPassword }).max(200, { error: () => signInWords().passwordTooLong }) })
export const signUpForm = z.object({ name: personName, email, password: newPassword })
// A link that lost its end on the way is like one that is too old.
export const resetForm = z.object({ token: z.string().max(200).catch(''), password: newPassword })
export const nameForm = z.object({ name: personName })
