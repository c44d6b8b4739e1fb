import { z } from 'zod'
import { elsewhereForm, emailForm, resetForm } from '../sign-in/sign-in.schema.ts'
import { securityWords } from './words/security-words.ts'

/** The password that proves who asks; empty for accounts without one. Whether it is right, the use case says. */
const proof = z.string().max(200, { error: () => securityWords().atMost200 }).default('')
const code = (fault: { error: () => string }) =>
  z
    .string()
    .transform((typed) => typed.replace(/\s/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, fault))

export const proofForm = z.object({ password: proof })
export const linkForm = z.object({ password: proof, provider: elsewhereForm.shape.provider })
export const unlinkForm = z.object({ account: z.string().min(1).max(100) })
export const changePasswordForm = z.object({ password: proof, newPassword: resetForm.shape.password })
export const changeAddressForm = z.object({ email: emailForm.shape.email, password: proof })
// A link that lost its end on the way is like one that is too old.
export const confirmAddressForm = z.object({ token: z.string().max(200).catch('') })
export const setupCodeForm = z.object({ code: code({ error: () => securityWords().typeShownDigits }) })

/** What somebody is asked for who showed the password: a code of the app, or one of the recovery codes. */
export const secondStepForm = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('app'), code: code({ error: () => securityWords().typeSixDigits }), trusts: z.literal('on').optional() }),
  z.object({ kind: z.literal('recovery'), code: z.string().trim().min(1, { error: () => securityWords().typeRecoveryCode }).max(40, { error: () => securityWords().recoveryCodeLong }), trusts: z.literal('on').optional() }),
])

const passkeyName = z.string().trim().max(60, { error: () => securityWords().atMost60 })
export const passkeyNameForm = z.object({ passkey: z.string().min(1).max(100), name: passkeyName.min(1, { error: () => securityWords().giveName }) })
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
