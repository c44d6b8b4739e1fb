import { sql } from 'kysely'
import type { Tx } from '#platform/db/transaction.ts'

/** The channel that every web process listens to. */
export const liveChannel = 'cove_live'

/** A thing of a school that pages may follow. */
export interface LiveTopic {
  organizationId: string
  name: string
  /** For what is one person's own. */
  userId?: string
}

/** A topic as it travels: the school's id first, so that no two schools share one. */
export function topicKey(topic: LiveTopic): string {
  return [topic.organizationId, topic.name, topic.userId].filter(Boolean).join(':')
}

/**
 * Says that something under a topic changed; open pages ask again. The word goes out when the transaction commits
 * and carries no data, so nothing can leak by it.
 *
 * @param topic see `live-topics.ts`, e.g. `orders` of an organization, or `library` of one person in it
 */
export async function publishLive(tx: Tx, topic: LiveTopic): Promise<void> {
  await sql`select pg_notify(${liveChannel}, ${topicKey(topic)})`.execute(tx)
}
