export { ensureMembership } from './people/ensure-membership.ts'
export { holdsPermission, requirePermission, rolePermissions, type Permission } from './permissions.ts'
