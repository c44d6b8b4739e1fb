import type { MemberRole } from '#platform/ctx.ts'
import { NotAllowed, NotFound } from '#platform/errors/app-error.ts'

/** Which roles hold a permission. The table `role_permissions` says the same to the policies; a test holds the two equal. */
export const rolePermissions = {
  'courses.manage': ['owner', 'admin', 'instructor'],
  'offers.manage': ['owner', 'admin'],
  'files.manage': ['owner', 'admin', 'instructor'],
  'people.read': ['owner', 'admin', 'instructor', 'assistant'],
  'people.addresses': ['owner', 'admin', 'assistant'],
  'people.manage': ['owner', 'admin'],
  'progress.read': ['owner', 'admin', 'instructor', 'assistant'],
  'orders.read': ['owner', 'admin'],
  'orders.refund': ['owner', 'admin'],
  'credits.give': ['owner'],
  'payouts.manage': ['owner'],
  'school.manage': ['owner', 'admin'],
  'webhooks.manage': ['owner', 'admin'],
  'api-keys.manage': ['owner', 'admin'],
  'enrolments.manage': ['owner', 'admin'],
  'studio.enter': ['owner', 'admin', 'instructor', 'assistant'],
} as const satisfies Record<string, readonly MemberRole[]>

export type Permission = keyof typeof rolePermissions

/** Whether a role holds a permission; nobody's role holds none. */
export function holdsPermission(role: MemberRole | null, permission: Permission): boolean {
  const holders: readonly MemberRole[] = rolePermissions[permission]
  return role !== null && holders.includes(role)
}

/**
 * Lets those pass whose role holds the permission.
 *
 * @param role the role that the door read; null without a membership
 * @throws NotFound for someone without a membership: a stranger learns nothing of what is here
 * @throws NotAllowed for a member whose role does not include it
 * @example
 * await ctx.inTenant(({ tx, role }) => { requirePermission(role, 'courses.manage'); return insertCourse(tx, …) })
 */
export function requirePermission(role: MemberRole | null, permission: Permission): void {
  if (role === null) throw new NotFound(`${permission} was asked for without a membership`)
  if (!holdsPermission(role, permission)) throw new NotAllowed(permission)
}
