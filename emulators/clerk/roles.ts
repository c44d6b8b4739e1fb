import type { Emulator, Role } from './emulator.ts'
import { ClerkFault } from './errors.ts'

const SYSTEM_READ = ['org:sys_memberships:read', 'org:sys_billing:read']
const SYSTEM_MANAGE = [
  'org:sys_profile:manage', 'org:sys_profile:delete', 'org:sys_memberships:manage', 'org:sys_domains:read', 'org:sys_domains:manage', 'org:sys_billing:manage',
]

/** The two roles that every instance begins with. */
export const DEFAULT_ROLES: Readonly<Record<string, Role>> = {
  'org:admin': { name: 'Admin', permissions: [...SYSTEM_MANAGE, ...SYSTEM_READ] },
  'org:member': { name: 'Member', permissions: SYSTEM_READ },
}

/** @throws ClerkFault 404 for a role that the instance does not have */
export function requireRole(emulator: Emulator, role: string): string {
  if (emulator.settings.roles[role]) return role
  throw new ClerkFault(404, { code: 'resource_not_found', message: 'not found', longMessage: 'Organization role not found', meta: { param_name: 'role' } })
}
