import { z } from 'zod'
import { addSession, changeUser, findMembership, membershipsOfUser, sessionsOfUser } from './directory.ts'
import type { Emulator } from './emulator.ts'
import { newId, nowMs } from './emulator.ts'
import { ClerkFault, notFound, refuse } from './errors.ts'
import { emit } from './events.ts'
import { NEWEST_FIRST, pageOf } from './page-rows.ts'
import { NO_PARAMS, paging, queryFlag, queryText } from './params.ts'
import { route } from './route.ts'
import { mintToken } from './session-token.ts'
import { sessionFacts, sessionView } from './session-view.ts'
import type { StoredSession, StoredUser } from './state.ts'
import { userView } from './user-view.ts'
import { requireUser } from './users.ts'

const WEEK_MS = 7 * 24 * 3600 * 1000
const STATUSES = ['abandoned', 'active', 'ended', 'expired', 'pending', 'removed', 'replaced', 'revoked']
const listed = z.strictObject({ ...paging, user_id: queryText.optional(), client_id: queryText.optional(), status: queryText.optional(), paginated: queryFlag.optional() })
const create = z.strictObject({ user_id: z.string(), active_organization_id: z.string().optional() })
const tokenParams = z.strictObject({ expires_in_seconds: z.number().int().min(30).max(315_360_000).nullable().optional() })

export const sessionRoutes = [
  route('GET /v1/sessions', listed, (emulator, { params }) => listSessions(emulator, params)),
  route('POST /v1/sessions', create, (emulator, { params }) => {
    const user = requireUser(emulator, params.user_id)
    if (emulator.settings.secretKey.startsWith('sk_live_')) {
      throw new ClerkFault(400, { code: 'request_invalid_for_environment', message: 'Invalid request for environment', longMessage: 'Request only valid for development instances.' })
    }
    return sessionView(startSession(emulator, user, { organizationId: params.active_organization_id }))
  }),
  route('GET /v1/sessions/:session_id', NO_PARAMS, (emulator, { path }) => sessionView(requireSession(emulator, path.session_id))),
  route('POST /v1/sessions/:session_id/revoke', NO_PARAMS, (emulator, { path }) =>
    sessionView(endSession(emulator, requireSession(emulator, path.session_id), 'revoked'))),
  route('POST /v1/sessions/:session_id/tokens', tokenParams, (emulator, { params, path }) => {
    const session = requireSession(emulator, path.session_id)
    if (session.status !== 'active' && session.status !== 'pending') throw notFound('active session', session.id)
    return { object: 'token', jwt: mintToken(emulator, session, { lifetimeSeconds: params.expires_in_seconds ?? undefined }) }
  }),
]

export type NewSession = {
  /** The active organization; the newest of the person's when undefined, none when null. */
  organizationId?: string | null | undefined
  clientId?: string | undefined
  origin?: string | null | undefined
  isPending?: boolean | undefined
}

/**
 * Signs a person in and tells about it.
 * @throws ClerkFault 403 for who is banned or locked, 404 for an organization that they are not in
 */
export function startSession(emulator: Emulator, user: StoredUser, wish: NewSession = {}): StoredSession {
  if (user.isBanned || user.isLocked) {
    throw new ClerkFault(403, { code: user.isBanned ? 'user_banned' : 'user_locked', message: user.isBanned ? 'User is banned' : 'User is locked' })
  }
  const { state } = emulator
  const organizationId = wish.organizationId === undefined ? (membershipsOfUser(state, user.id).at(-1)?.organizationId ?? null) : wish.organizationId
  if (organizationId) requireMember(emulator, user.id, organizationId)
  const now = nowMs(emulator)
  const isPending = wish.isPending ?? (emulator.settings.isOrganizationForced && organizationId === null)
  const session = addSession(state, {
    id: newId(state, 'sess_'), n: 0, createdAt: now, updatedAt: now, userId: user.id, clientId: wish.clientId ?? newId(state, 'client_'),
    status: isPending ? 'pending' : 'active', organizationId, lastActiveAt: now, expireAt: now + WEEK_MS, abandonAt: now + 4 * WEEK_MS,
    origin: wish.origin ?? null, actor: null,
  })
  changeUser(state, user, { lastSignInAt: now, lastActiveAt: now })
  tell(emulator, isPending ? 'session.pending' : 'session.created', session)
  return session
}

/** Makes an organization the active one, or none; a pending session has then done what it was asked. */
export function chooseOrganization(emulator: Emulator, session: StoredSession, organizationId: string | null): void {
  if (organizationId) requireMember(emulator, session.userId, organizationId)
  const wasPending = session.status === 'pending'
  session.organizationId = organizationId
  session.updatedAt = nowMs(emulator)
  if (!wasPending || organizationId === null) return
  session.status = 'active'
  tell(emulator, 'session.created', session)
}

/** Ends a session that has not ended yet, and tells about it. */
export function endSession(emulator: Emulator, session: StoredSession, status: 'revoked' | 'ended' | 'removed'): StoredSession {
  refreshStatus(emulator, session)
  if (session.status !== 'active' && session.status !== 'pending') return session
  session.status = status
  session.updatedAt = nowMs(emulator)
  tell(emulator, `session.${status}`, session)
  return session
}

/** @throws ClerkFault 404 */
export function requireSession(emulator: Emulator, id = ''): StoredSession {
  const session = emulator.state.sessions.get(id)
  if (!session) throw notFound('session', id)
  return refreshStatus(emulator, session)
}

/** A session whose time has come is expired, whether or not anybody looked. */
function refreshStatus(emulator: Emulator, session: StoredSession): StoredSession {
  const isOpen = session.status === 'active' || session.status === 'pending'
  if (isOpen && session.expireAt <= emulator.clock.nowMs()) session.status = 'expired'
  return session
}

function tell(emulator: Emulator, type: 'session.created' | 'session.pending' | `session.${'revoked' | 'ended' | 'removed'}`, session: StoredSession): void {
  emit(emulator, type, { ...sessionFacts(session), user: userView(emulator, requireUser(emulator, session.userId)) })
}

function requireMember(emulator: Emulator, userId: string, organizationId: string): void {
  if (findMembership(emulator.state, organizationId, userId)) return
  throw new ClerkFault(404, { code: 'resource_not_found', message: 'not found', longMessage: `User ${userId} is not a member of ${organizationId}.` })
}

function listSessions(emulator: Emulator, params: z.infer<typeof listed>) {
  if (!params.user_id && !params.client_id) throw refuse('form_param_missing', 'user_id', 'at least one parameter must be provided', 'at least one of `client_id`, `user_id` must be provided')
  if (params.status && !STATUSES.includes(params.status)) throw refuse('form_param_value_invalid', 'status', 'is invalid', `${params.status} does not match one of the allowed values for parameter status`)
  const all = params.user_id ? sessionsOfUser(emulator.state, params.user_id) : emulator.state.sessions.oldestFirst()
  const matching = all.map((one) => refreshStatus(emulator, one))
    .filter((one) => (!params.client_id || one.clientId === params.client_id) && (!params.status || one.status === params.status))
  const data = pageOf(matching, NEWEST_FIRST, params.offset ?? 0, params.limit ?? 10).map(sessionView)
  // The schema knows only the bare list; the SDK asks for pages and is given them.
  return params.paginated ? { data, total_count: matching.length } : data
}
