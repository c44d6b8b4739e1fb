import type { TenantCtx } from '../../src/platform/ctx.ts'
import { systemClock } from '../../src/platform/clock/clock.ts'
import { withTenant } from '../../src/platform/db/with-tenant.ts'
import { uuidV7Ids } from '../../src/platform/ids/ids.ts'
import type { TestDatabase } from './test-database.ts'

/** The context that a request of this person in this school would have: the real door, row level security in force. */
export function tenantCtx(database: TestDatabase, organizationId: string, userId: string | null): TenantCtx {
  return {
    organizationId,
    userId,
    clock: systemClock,
    ids: uuidV7Ids,
    inTenant: (work) => withTenant(database.pools.web, { organizationId, userId }, work),
  }
}
