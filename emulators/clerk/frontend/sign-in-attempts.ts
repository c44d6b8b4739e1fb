import { findUserByEmail } from '../directory.ts'
import { machineSeconds, newId } from '../emulator.ts'
import { notFound, refuse } from '../errors.ts'
import { endSession, startSession } from '../sessions.ts'
import { spendSignInToken } from '../sign-in-tokens.ts'
import type { StoredSession, StoredUser } from '../state.ts'
import { primaryAddress } from '../user-view.ts'
import type { FrontendCall, FrontendRoute } from './frontend-route.ts'
import { isPasswordRight } from './passwords.ts'
import { signInView, type SignInAttempt } from './sign-in-view.ts'
import { checkCode, sendCode } from './verification.ts'

export const signInRoutes: FrontendRoute[] = [
  { method: 'POST', path: '/v1/client/sign_ins', run: begin },
  { method: 'GET', path: '/v1/client/sign_ins/:id', run: (call) => view(call, requireAttempt(call)) },
  { method: 'POST', path: '/v1/client/sign_ins/:id/prepare_first_factor', run: prepare },
  { method: 'POST', path: '/v1/client/sign_ins/:id/attempt_first_factor', run: attemptFactor },
]

/** Signs somebody in in this browser; who was signed in before is signed out. */
export function openSession({ emulator, visitor, origin }: FrontendCall, user: StoredUser): StoredSession {
  const session = startSession(emulator, user, { clientId: visitor.client.id, origin })
  if (visitor.session) endSession(emulator, visitor.session, 'removed')
  visitor.client.sessionId = session.id
  visitor.client.signedInAt = machineSeconds(emulator)
  Object.assign(visitor, { session, user })
  return session
}

function begin(call: FrontendCall) {
  const { emulator, visitor, form } = call
  const attempt: SignInAttempt = { id: newId(emulator.state, 'sia_'), identifier: form.identifier ?? null, userId: null, strategy: null, sent: null, createdSessionId: null }
  const user = form.strategy === 'ticket' ? byTicket(call) : form.identifier ? byIdentifier(call) : null
  attempt.userId = user?.id ?? null
  visitor.client.signIn = attempt
  if (user && form.strategy === 'ticket') finish(call, attempt, user)
  else if (user && form.password !== undefined) byPassword(call, attempt, user)
  return view(call, attempt)
}

function byTicket({ emulator, form }: FrontendCall): StoredUser {
  const user = spendSignInToken(emulator, form.ticket ?? '')
  if (!user) throw refuse('sign_in_token_already_used_code', 'ticket', 'is invalid', 'This sign in token is not valid any more.')
  return user
}

function byIdentifier({ emulator, form }: FrontendCall): StoredUser {
  const user = findUserByEmail(emulator.state, form.identifier ?? '')
  if (!user) throw refuse('form_identifier_not_found', 'identifier', 'is invalid', 'Couldn’t find your account.')
  return user
}

function prepare(call: FrontendCall) {
  const attempt = requireAttempt(call)
  const user = personOf(call, attempt)
  if (call.form.strategy !== 'email_code') throw unknownStrategy()
  attempt.strategy = 'email_code'
  attempt.sent = sendCode(call.emulator, primaryAddress(user) ?? '')
  return view(call, attempt)
}

function attemptFactor(call: FrontendCall) {
  const attempt = requireAttempt(call)
  const user = personOf(call, attempt)
  if (call.form.strategy === 'password') byPassword(call, attempt, user)
  else if (call.form.strategy === 'email_code') {
    checkCode(call.emulator, attempt.sent, call.form.code)
    finish(call, attempt, user)
  } else throw unknownStrategy()
  return view(call, attempt)
}

function byPassword(call: FrontendCall, attempt: SignInAttempt, user: StoredUser): void {
  attempt.strategy = 'password'
  const digest = user.rare?.passwordDigest
  if (!digest || !isPasswordRight(call.form.password ?? '', digest)) {
    throw refuse('form_password_incorrect', 'password', 'is incorrect', 'Password is incorrect. Try again, or use another method.')
  }
  finish(call, attempt, user)
}

function finish(call: FrontendCall, attempt: SignInAttempt, user: StoredUser): void {
  attempt.createdSessionId = openSession(call, user).id
  call.visitor.client.signIn = null
}

function view({ emulator }: FrontendCall, attempt: SignInAttempt) {
  return signInView(emulator, attempt)
}

function requireAttempt({ visitor, context }: FrontendCall): SignInAttempt {
  const { signIn } = visitor.client
  const id = context.req.param('id') ?? ''
  if (signIn?.id !== id) throw notFound('sign in', id)
  return signIn
}

function personOf({ emulator }: FrontendCall, attempt: SignInAttempt): StoredUser {
  const user = attempt.userId ? emulator.state.users.get(attempt.userId) : undefined
  if (!user) throw refuse('form_param_missing', 'identifier', 'is missing')
  return user
}

function unknownStrategy() {
  return refuse('form_param_value_invalid', 'strategy', 'is invalid', 'The emulator knows password, email_code and ticket.')
}
