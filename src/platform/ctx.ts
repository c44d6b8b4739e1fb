import type { Clock } from '#platform/clock/clock.ts'
import type { Tx } from '#platform/db/transaction.ts'
import type { MemberRole, TenantTransaction } from '#platform/db/with-tenant.ts'
import type { Ids } from '#platform/ids/ids.ts'

/** What every use case may ask for: the time and new ids. */
export interface GroundCtx {
  clock: Clock
  ids: Ids
}

/** The context of a use case that a person asks for: who, in which school, and the door to its rows. */
export interface TenantCtx extends GroundCtx {
  organizationId: string
  /** Null for a visitor. */
  userId: string | null
  /** Opens a transaction with row level security in force. Only use cases call it. */
  inTenant<T>(work: (opened: TenantTransaction) => Promise<T>): Promise<T>
}

/** The context of a use case that the system asks for: the inbox, a job, the operator. */
export interface SystemCtx extends GroundCtx {
  /** Opens a transaction as the system. Only use cases call it. */
  inSystem<T>(work: (tx: Tx) => Promise<T>): Promise<T>
}

export type { MemberRole, Tx }
