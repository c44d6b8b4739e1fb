import type { Emulator } from '../emulator.ts'
import type { StoredUser } from '../state.ts'
import { primaryAddress } from '../user-view.ts'
import { verificationView, type SentCode } from './verification.ts'

/** A try to sign in, under way in one browser. */
export type SignInAttempt = {
  id: string
  identifier: string | null
  userId: string | null
  strategy: string | null
  sent: SentCode | null
  createdSessionId: string | null
}

/** A try as clerk-js sees it. */
export function signInView(emulator: Emulator, attempt: SignInAttempt) {
  const user = attempt.userId ? emulator.state.users.get(attempt.userId) : undefined
  const isDone = attempt.createdSessionId !== null
  return {
    object: 'sign_in_attempt' as const, id: attempt.id, status: isDone ? 'complete' : user ? 'needs_first_factor' : 'needs_identifier',
    identifier: attempt.identifier, supported_identifiers: ['email_address'], supported_first_factors: isDone || !user ? [] : firstFactors(user),
    supported_second_factors: [], second_factor_verification: null, created_session_id: attempt.createdSessionId, abandon_at: null,
    first_factor_verification: attempt.strategy ? verificationView(attempt.sent, { strategy: attempt.strategy, isVerified: isDone }) : null,
    user_data: user ? { first_name: user.firstName, last_name: user.lastName, image_url: `${emulator.publicUrl}/images/nobody.svg`, has_image: false } : null,
  }
}

function firstFactors(user: StoredUser) {
  const primary = user.emails.find(({ id }) => id === user.primaryEmailId)
  const code = primary ? [{ strategy: 'email_code', email_address_id: primary.id, safe_identifier: primaryAddress(user), primary: true }] : []
  return user.hasPassword ? [{ strategy: 'password' }, ...code] : code
}
