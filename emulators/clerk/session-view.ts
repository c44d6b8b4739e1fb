import type { StoredSession } from './state.ts'

/** A session as the API shows it. A pending one says what is left to do; webhooks leave that out. */
export function sessionView(session: StoredSession) {
  return { ...sessionFacts(session), ...(session.status === 'pending' ? { tasks: [{ key: 'choose-organization' }] } : {}) }
}

/** A session as webhooks carry it, but for its person. */
export function sessionFacts(session: StoredSession) {
  return {
    object: 'session' as const, id: session.id, user_id: session.userId, client_id: session.clientId, actor: session.actor, status: session.status,
    last_active_organization_id: session.organizationId, last_active_at: session.lastActiveAt, latest_activity: null,
    expire_at: session.expireAt, abandon_at: session.abandonAt, updated_at: session.updatedAt, created_at: session.createdAt,
  }
}
