import { newId } from '../emulator.ts'
import { notFound, refuse } from '../errors.ts'
import { emailAddress } from '../params.ts'
import { createUser, refuseTakenEmail } from '../users.ts'
import type { FrontendCall, FrontendRoute } from './frontend-route.ts'
import { digestPassword } from './passwords.ts'
import { openSession } from './sign-in-attempts.ts'
import { missingFields, signUpView, type SignUpAttempt } from './sign-up-view.ts'
import { checkCode, sendCode } from './verification.ts'

const PASSWORD_MIN = 8

export const signUpRoutes: FrontendRoute[] = [
  { method: 'POST', path: '/v1/client/sign_ups', run: begin },
  { method: 'GET', path: '/v1/client/sign_ups/:id', run: (call) => signUpView(requireAttempt(call)) },
  { method: 'PATCH', path: '/v1/client/sign_ups/:id', run: change },
  { method: 'POST', path: '/v1/client/sign_ups/:id/prepare_verification', run: prepare },
  { method: 'POST', path: '/v1/client/sign_ups/:id/attempt_verification', run: attempt },
]

function begin(call: FrontendCall) {
  const fresh: SignUpAttempt = {
    id: newId(call.emulator.state, 'sua_'), email: null, firstName: null, lastName: null, passwordDigest: null, sent: null, isVerified: false,
    createdSessionId: null, createdUserId: null,
  }
  const taken = take(call, fresh)
  call.visitor.client.signUp = taken
  return signUpView(taken)
}

/** Writes down what was typed; a changed address has to be proven anew. */
function take({ emulator, form }: FrontendCall, attempt: SignUpAttempt): SignUpAttempt {
  const email = form.email_address?.trim().toLowerCase()
  if (email !== undefined) {
    if (!emailAddress.safeParse(email).success) throw refuse('form_param_format_invalid', 'email_address', 'is invalid', 'email_address must be a valid email address.')
    refuseTakenEmail(emulator, email)
  }
  if (form.password !== undefined && form.password.length < PASSWORD_MIN) {
    throw refuse('form_password_length_too_short', 'password', 'Passwords must be 8 characters or more.')
  }
  return Object.assign(attempt, {
    ...(email !== undefined && email !== attempt.email ? { email, sent: null, isVerified: false } : {}),
    ...(form.password !== undefined ? { passwordDigest: digestPassword(form.password) } : {}),
    ...(form.first_name !== undefined ? { firstName: form.first_name || null } : {}),
    ...(form.last_name !== undefined ? { lastName: form.last_name || null } : {}),
  })
}

function change(call: FrontendCall) {
  const taken = take(call, requireAttempt(call))
  completeIfReady(call, taken)
  return signUpView(taken)
}

function prepare(call: FrontendCall) {
  const found = requireAttempt(call)
  if (call.form.strategy !== 'email_code') throw refuse('form_param_value_invalid', 'strategy', 'is invalid', 'The emulator knows email_code.')
  found.sent = sendCode(call.emulator, found.email ?? '')
  return signUpView(found)
}

function attempt(call: FrontendCall) {
  const found = requireAttempt(call)
  checkCode(call.emulator, found.sent, call.form.code)
  found.isVerified = true
  completeIfReady(call, found)
  return signUpView(found)
}

function completeIfReady(call: FrontendCall, attempt: SignUpAttempt): void {
  if (!attempt.email || !attempt.isVerified || missingFields(attempt).length > 0) return

  const user = createUser(call.emulator, { email_address: [attempt.email], first_name: attempt.firstName, last_name: attempt.lastName }, attempt.passwordDigest)
  attempt.createdUserId = user.id
  attempt.createdSessionId = openSession(call, user).id
  call.visitor.client.signUp = null
}

function requireAttempt({ visitor, context }: FrontendCall): SignUpAttempt {
  const { signUp } = visitor.client
  const id = context.req.param('id') ?? ''
  if (signUp?.id !== id) throw notFound('sign up', id)
  return signUp
}
