import { membershipsOfUser } from '../directory.ts'
import { nowMs, type Emulator } from '../emulator.ts'
import { membershipView } from '../organization-view.ts'
import { mintToken } from '../session-token.ts'
import { sessionView } from '../session-view.ts'
import type { StoredSession, StoredUser } from '../state.ts'
import { publicUserData, userView } from '../user-view.ts'
import { signInView } from './sign-in-view.ts'
import { signUpView } from './sign-up-view.ts'
import type { Visitor } from './visitor.ts'

/** A browser as clerk-js sees it. @param origin of the page that asks: the `azp` of the token inside */
export function clientView(emulator: Emulator, { client, session, user }: Visitor, origin: string | null) {
  return {
    object: 'client' as const, id: client.id, sessions: session && user ? [browserSessionView(emulator, session, user, origin)] : [],
    sign_in: client.signIn ? signInView(emulator, client.signIn) : null, sign_up: client.signUp ? signUpView(client.signUp) : null,
    last_active_session_id: session?.id ?? null, last_authentication_strategy: null, cookie_expires_at: null,
    // No puzzle is put to anybody here.
    captcha_bypass: true,
    created_at: client.signedInAt * 1000 || nowMs(emulator), updated_at: client.signedInAt * 1000 || nowMs(emulator),
  }
}

/** A session with its person and a fresh token. */
export function browserSessionView(emulator: Emulator, session: StoredSession, user: StoredUser, origin: string | null) {
  return {
    ...sessionView(session),
    last_active_token: { object: 'token' as const, jwt: mintToken(emulator, session, { azp: origin }) },
    public_user_data: publicUserData(emulator, user), user: browserUserView(emulator, user), factor_verification_age: [0, -1],
    ...(session.status === 'pending' ? {} : { tasks: null }),
  }
}

/** A person as they see themselves: with memberships, without what only the application's server may see. */
function browserUserView(emulator: Emulator, user: StoredUser) {
  const { private_metadata: _private, ...own } = userView(emulator, user)
  const memberships = membershipsOfUser(emulator.state, user.id).map((one) => {
    const { private_metadata: _secret, ...shown } = membershipView(emulator, one)
    return shown
  })
  return { ...own, organization_memberships: memberships }
}
