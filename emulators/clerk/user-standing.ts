import { sessionsOfUser } from './directory.ts'
import type { Emulator } from './emulator.ts'
import { NO_PARAMS } from './params.ts'
import { route } from './route.ts'
import { endSession } from './sessions.ts'
import { requireUser, updateUser } from './users.ts'

/** Banning and locking. Who is banned loses every session; who is locked only cannot sign in. */
export const userStandingRoutes = [
  route('POST /v1/users/:user_id/ban', NO_PARAMS, (emulator, { path }) => {
    const user = requireUser(emulator, path.user_id)
    revokeAll(emulator, user.id)
    return updateUser(emulator, user, { isBanned: true })
  }),
  route('POST /v1/users/:user_id/unban', NO_PARAMS, (emulator, { path }) => updateUser(emulator, requireUser(emulator, path.user_id), { isBanned: false })),
  route('POST /v1/users/:user_id/lock', NO_PARAMS, (emulator, { path }) => updateUser(emulator, requireUser(emulator, path.user_id), { isLocked: true })),
  route('POST /v1/users/:user_id/unlock', NO_PARAMS, (emulator, { path }) => updateUser(emulator, requireUser(emulator, path.user_id), { isLocked: false })),
]

function revokeAll(emulator: Emulator, userId: string): void {
  for (const session of sessionsOfUser(emulator.state, userId)) {
    if (session.status === 'active' || session.status === 'pending') endSession(emulator, session, 'revoked')
  }
}
