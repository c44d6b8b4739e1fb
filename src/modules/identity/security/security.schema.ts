import { z } from 'zod'
import { emailForm, resetForm } from '../sign-in/sign-in.schema.ts'

/** The password that proves who asks; empty for accounts without one. Whether it is right, the use case says. */
const proof = z.string().max(200, 'Choose at most 200 characters.').default('')
const code = (sentence: string) =>
  z
    .string()
    .transform((typed) => typed.replace(/\s/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, sentence))

export const proofForm = z.object({ password: proof })
export const changePasswordForm = z.object({ password: proof, newPassword: resetForm.shape.password })
export const changeAddressForm = z.object({ email: emailForm.shape.email, password: proof })
// A link that lost its end on the way is like one that is too old.
export const confirmAddressForm = z.object({ token: z.string().max(200).catch('') })
export const setupCodeForm = z.object({ code: code('Type the six digits that the app shows.') })

/** What somebody is asked for who showed the password: a code of the app, or one of the recovery codes. */
export const secondStepForm = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('app'), code: code('Type the six digits that your app shows.'), trusts: z.literal('on').optional() }),
  z.object({ kind: z.literal('recovery'), code: z.string().trim().min(1, 'Type one of your recovery codes.').max(40, 'A recovery code is shorter: eleven characters.'), trusts: z.literal('on').optional() }),
])

const passkeyName = z.string().trim().max(60, 'Use at most 60 characters.')
export const passkeyNameForm = z.object({ passkey: z.string().min(1).max(100), name: passkeyName.min(1, 'Give it a name by which you know it.') })
export const removePasskeyForm = z.object({ passkey: z.string().min(1).max(100) })
/** What a browser answers to a question about a passkey, as text. */
export const passkeyAnswerForm = z.object({ answer: z.string().max(20_000).transform(parseAnswer) })

/** What is no JSON is no answer; that is said by whoever looks at it. */
function parseAnswer(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
