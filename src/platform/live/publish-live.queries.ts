import { sql } from 'kysely'
import type { Tx } from '#platform/db/transaction.ts'

/** The channel that every web process listens to. */
export const liveChannel = 'cove_live'

/**
 * Says that something under a topic changed; open pages ask again. The word goes out when the transaction commits
 * and carries no data, so nothing can leak by it.
 *
 * @param topic see `live-topics.ts`, e.g. `orders` of an organization, or `library` of one person in it
 */
export async function publishLive(tx: Tx, topic: { organizationId: string; name: string; userId?: string }): Promise<void> {
  const key = [topic.organizationId, topic.name, topic.userId].filter(Boolean).join(':')
  await sql`select pg_notify(${liveChannel}, ${key})`.execute(tx)
}
