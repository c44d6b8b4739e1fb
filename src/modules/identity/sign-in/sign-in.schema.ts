import { z } from 'zod'

export const passwordLengthMin = 10

const email = z.string().trim().toLowerCase().max(254, 'This address is too long.').pipe(z.email('Enter an e-mail address, like name@example.com.'))
const newPassword = z
  .string()
  .min(passwordLengthMin, `Choose at least ${passwordLengthMin} characters. A few words in a row are easy to keep in mind.`)
  .max(200, 'Choose at most 200 characters.')
const personName = z.string().trim().min(1, 'Enter the name that others should see.').max(120, 'Use at most 120 characters.')

export const emailForm = z.object({ email })
export const signInForm = z.object({ email, password: z.string().min(1, 'Enter your password.').max(200, 'Choose at most 200 characters.') })
export const signUpForm = z.object({ name: personName, email, password: newPassword })
// A link that lost its end on the way is like one that is too old.
export const resetForm = z.object({ token: z.string().max(200).catch(''), password: newPassword })
export const nameForm = z.object({ name: personName })
