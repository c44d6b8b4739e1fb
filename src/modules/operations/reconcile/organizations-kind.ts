import { compareOrganizations, liftOrganizationTombstone, syncOrganization } from '#modules/tenancy/index.ts'
import type { ListedOrganization } from '../ports.ts'
import type { Kind } from './kinds.ts'

export const organizations: Kind<ListedOrganization> = {
  kind: 'organization',
  nameOf: ({ clerkId }) => ({ subject: clerkId, about: null }),
  compare: (tx, rows) => compareOrganizations(tx, rows),
  find: (directory, { subject }, signal) => directory.findOrganization(subject, signal),
  // Each looks for a free address, under a lock that all of them share.
  hold: null,
  write: (ctx, tx, row) => syncOrganization(ctx, tx, { kind: 'updated', ...row }),
  lift: (tx, { clerkId }, endedAt) => liftOrganizationTombstone(tx, clerkId, endedAt),
  end: (ctx, tx, { subject }, at) => syncOrganization(ctx, tx, { kind: 'deleted', clerkId: subject, at, name: '', slug: '', createdBy: null, madeAt: null }),
}
