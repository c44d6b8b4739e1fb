import type { Comparison } from '#modules/identity/index.ts'
import type { SystemCtx, Tx } from '#platform/ctx.ts'
import type { Directory } from '../ports.ts'
import { memberships } from './memberships-kind.ts'
import { organizations } from './organizations-kind.ts'
import { users } from './users-kind.ts'

/** What a provider calls a thing, and for a membership whose it is: "<organization> <user>". */
export interface Named {
  subject: string
  about: string | null
}

/** What is done with one kind of thing that a provider lists: all of it by the use cases that its events go through. */
export interface Kind<Row> {
  kind: 'user' | 'organization' | 'membership'
  nameOf(row: Row): Named
  compare(tx: Tx, rows: readonly Row[]): Promise<Comparison[]>
  /** Asks the provider for one. @returns null only when the provider says that there is none */
  find(directory: Directory, named: Named, signal?: AbortSignal): Promise<Row | null>
  /** Takes the locks that writing these needs, so that they can be written in one transaction; null: only one at a time. */
  hold: ((tx: Tx, rows: readonly Row[]) => Promise<unknown>) | null
  /** Writes what the provider says. */
  write(ctx: Pick<SystemCtx, 'clock' | 'ids'>, tx: Tx, row: Row): Promise<void>
  /** Takes back an end that the provider, asked after it, knows nothing of. */
  lift(tx: Tx, row: Row, endedAt: Date): Promise<boolean>
  /** Does what the provider's own word of its end would do. */
  end(ctx: Pick<SystemCtx, 'clock' | 'ids'>, tx: Tx, named: Named, at: Date): Promise<void>
}

export const kinds = { user: users, organization: organizations, membership: memberships }
export type KindName = keyof typeof kinds
