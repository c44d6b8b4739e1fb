import { findMembership } from './directory.ts'
import type { Emulator } from './emulator.ts'
import { machineSeconds, newId } from './emulator.ts'
import type { StoredSession } from './state.ts'

export type TokenWish = {
  /** Seconds until it ends; the setting when absent. Below zero it has ended already. */
  lifetimeSeconds?: number | undefined
  version?: 1 | 2 | undefined
  /** The `azp`; that of the session when absent, none when null. */
  azp?: string | null | undefined
}

/** Mints a token for a session as it is now. Role and organization in it can be out of date for as long as it lives. */
export function mintToken(emulator: Emulator, session: StoredSession, wish: TokenWish = {}): string {
  const version = wish.version ?? emulator.settings.tokenVersion
  const now = machineSeconds(emulator)
  const azp = wish.azp === undefined ? session.origin : wish.azp
  const wasSignedInSeconds = (emulator.clock.nowMs() - session.createdAt) / 1000
  return emulator.keys.sign({
    ...(azp ? { azp } : {}),
    ...(session.actor ? { act: session.actor } : {}),
    exp: now + (wish.lifetimeSeconds ?? emulator.settings.tokenSeconds),
    // Minutes since the first factor was proved; nobody has a second one here.
    fva: [Math.max(0, Math.floor(wasSignedInSeconds / 60)), -1],
    iat: now, iss: emulator.issuer, jti: newId(emulator.state, ''), nbf: now - 10, sid: session.id, sts: session.status, sub: session.userId,
    ...(version === 2 ? { v: 2, ...claimsOfVersion2(emulator, session) } : claimsOfVersion1(emulator, session)),
  })
}

/** Only who has an active organization, and is still in it, has `o`. */
function activeOrganization(emulator: Emulator, session: StoredSession) {
  const membership = session.organizationId ? findMembership(emulator.state, session.organizationId, session.userId) : null
  const organization = membership ? emulator.state.organizations.get(membership.organizationId) : undefined
  if (!membership || !organization) return null
  // Permissions of the system are never in a token, only those that the instance made itself.
  const permissions = (emulator.settings.roles[membership.role]?.permissions ?? []).filter((one) => !one.startsWith('org:sys_'))
  return { organization, role: membership.role, permissions }
}

function claimsOfVersion2(emulator: Emulator, session: StoredSession) {
  const active = activeOrganization(emulator, session)
  if (!active) return { pla: 'u:free', fea: '' }
  const { features, per, fpm } = packPermissions(active.permissions)
  return {
    pla: 'u:free,o:free', fea: features.map((feature) => `o:${feature}`).join(','),
    o: {
      id: active.organization.id, slg: active.organization.slug, rol: active.role.replace(/^org:/, ''), ...(per ? { per, fpm } : {}),
    },
  }
}

function claimsOfVersion1(emulator: Emulator, session: StoredSession) {
  const active = activeOrganization(emulator, session)
  if (!active) return {}
  return { org_id: active.organization.id, org_slug: active.organization.slug, org_role: active.role, org_permissions: active.permissions }
}

/**
 * Packs `org:feature:permission` the way version 2 does: the permissions once, and for each feature a
 * number whose lowest bit stands for the first of them.
 */
function packPermissions(permissions: readonly string[]): { features: string[]; per: string; fpm: string } {
  const pairs = permissions.map((one) => one.split(':')).map(([, feature = '', permission = '']) => ({ feature, permission }))
  const features = [...new Set(pairs.map((pair) => pair.feature))]
  const names = [...new Set(pairs.map((pair) => pair.permission))]
  const masks = features.map((feature) =>
    names.reduce((mask, name, bit) => (pairs.some((pair) => pair.feature === feature && pair.permission === name) ? mask + 2 ** bit : mask), 0))
  return { features, per: names.join(','), fpm: masks.join(',') }
}
