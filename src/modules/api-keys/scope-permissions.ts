import type { Permission } from '#modules/tenancy/index.ts'
import type { Scope } from './scope-names.ts'

/**
 * What each scope may do at most: the permissions that a request under it holds, if the person who made the key holds
 * them too. The function `permissions_of_scope` says the same to the policies; a test holds the two equal.
 */
export const scopePermissions = {
  'courses:read': ['courses.manage'],
  'people:read': ['people.read', 'people.addresses'],
  'people:write': ['people.read', 'people.addresses', 'people.manage'],
  'enrolments:read': ['progress.read'],
  'enrolments:write': ['progress.read', 'people.read', 'enrolments.manage'],
  'orders:read': ['orders.read'],
  'coupons:read': ['offers.manage'],
  'webhooks:read': ['webhooks.manage'],
} as const satisfies Record<Scope, readonly Permission[]>
