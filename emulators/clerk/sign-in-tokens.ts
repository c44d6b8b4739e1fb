import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Emulator } from './emulator.ts'
import { newId, nowMs } from './emulator.ts'
import { ClerkFault, notFound } from './errors.ts'
import { route } from './route.ts'
import { NO_PARAMS } from './params.ts'
import type { StoredSignInToken, StoredUser } from './state.ts'
import { requireUser } from './users.ts'

const aMonthSeconds = 2_592_000
const create = z.strictObject({ user_id: z.string(), expires_in_seconds: z.number().int().min(1).nullable().optional() })

/** Tokens that sign a person in once, for links that an application mails. */
export const signInTokenRoutes = [
  route('POST /v1/sign_in_tokens', create, (emulator, { params }) => {
    const user = requireUser(emulator, params.user_id)
    const now = nowMs(emulator)
    const made: StoredSignInToken = {
      id: newId(emulator.state, 'sit_'), userId: user.id, token: randomBytes(24).toString('base64url'), status: 'pending',
      createdAt: now, updatedAt: now, expiresAt: now + (params.expires_in_seconds ?? aMonthSeconds) * 1000,
    }
    emulator.state.signInTokens.set(made.id, made)
    return view(emulator, made)
  }),
  route('POST /v1/sign_in_tokens/:sign_in_token_id/revoke', NO_PARAMS, (emulator, { path }) => {
    const found = emulator.state.signInTokens.get(path.sign_in_token_id ?? '')
    if (!found) throw notFound('sign in token', path.sign_in_token_id ?? '')
    if (found.status !== 'pending') throw new ClerkFault(400, { code: 'sign_in_token_cannot_be_revoked', message: 'Sign in token cannot be revoked', longMessage: 'Only pending sign in tokens can be revoked.' })
    return view(emulator, Object.assign(found, { status: 'revoked', updatedAt: nowMs(emulator) }))
  }),
]

/** The person whom a token signs in, and the token is used up; null when it was used, revoked or is too old. */
export function spendSignInToken(emulator: Emulator, token: string): StoredUser | null {
  const found = [...emulator.state.signInTokens.values()].find((one) => one.token === token)
  if (found?.status !== 'pending' || found.expiresAt <= emulator.clock.nowMs()) return null

  Object.assign(found, { status: 'accepted', updatedAt: nowMs(emulator) })
  return emulator.state.users.get(found.userId) ?? null
}

function view(emulator: Emulator, { id, userId, token, status, createdAt, updatedAt }: StoredSignInToken) {
  const url = `${emulator.publicUrl}/sign-in?__clerk_ticket=${token}`
  return { object: 'sign_in_token', id, status, user_id: userId, token, url, created_at: createdAt, updated_at: updatedAt }
}
