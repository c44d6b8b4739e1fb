import { verificationView, type SentCode } from './verification.ts'

/** A sign-up under way in one browser; nobody is made before their address is proven. */
export type SignUpAttempt = {
  id: string
  email: string | null
  firstName: string | null
  lastName: string | null
  passwordDigest: string | null
  sent: SentCode | null
  isVerified: boolean
  createdSessionId: string | null
  createdUserId: string | null
}

/** A sign-up as clerk-js sees it. */
export function signUpView(attempt: SignUpAttempt) {
  return {
    object: 'sign_up_attempt' as const, id: attempt.id, status: attempt.createdUserId ? 'complete' : 'missing_requirements',
    required_fields: ['email_address', 'password', 'first_name', 'last_name'], optional_fields: [], missing_fields: missingFields(attempt),
    unverified_fields: attempt.email && !attempt.isVerified ? ['email_address'] : [],
    verifications: {
      email_address: attempt.email
        ? { ...verificationView(attempt.sent, { strategy: attempt.sent ? 'email_code' : null, isVerified: attempt.isVerified }), next_action: nextAction(attempt), supported_strategies: ['email_code'] }
        : null,
      phone_number: null, web3_wallet: null, external_account: null,
    },
    username: null, email_address: attempt.email, phone_number: null, web3_wallet: null, external_account_strategy: null, external_account: null,
    password_enabled: true, has_password: attempt.passwordDigest !== null, first_name: attempt.firstName, last_name: attempt.lastName, custom_action: false,
    unsafe_metadata: {}, public_metadata: {}, external_id: null, locale: null, legal_accepted_at: null, abandon_at: null,
    created_session_id: attempt.createdSessionId, created_user_id: attempt.createdUserId,
  }
}

/** What has to be typed yet before somebody is made. */
export function missingFields({ email, passwordDigest, firstName, lastName }: SignUpAttempt): string[] {
  const typed = { email_address: email, password: passwordDigest, first_name: firstName, last_name: lastName }
  return Object.entries(typed).flatMap(([name, value]) => (value ? [] : [name]))
}

function nextAction(attempt: SignUpAttempt): string {
  if (attempt.isVerified) return ''
  return attempt.sent ? 'needs_attempt' : 'needs_prepare'
}
