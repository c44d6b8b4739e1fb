import { sql } from 'kysely'
import type { Tx } from '#platform/ctx.ts'

/** An answer as it was given. */
export interface KeptAnswer {
  requestHash: string
  status: number
  body: unknown
}

/** Where an answer belongs. */
export interface AnswerPlace {
  organizationId: string
  keyId: string
  idempotencyKey: string
}

/** Takes the place of an answer. Who comes at the same time waits until this transaction ends. @returns whether it was free */
export async function takeAnswerPlace(tx: Tx, place: AnswerPlace & { id: string; requestHash: string }): Promise<boolean> {
  const done = await tx
    .insertInto('api_answers')
    .values({ organization_id: place.organizationId, id: place.id, key_id: place.keyId, idempotency_key: place.idempotencyKey, request_hash: place.requestHash })
    .onConflict((conflict) => conflict.columns(['organization_id', 'key_id', 'idempotency_key']).doNothing())
    .executeTakeFirst()
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function keepAnswer(tx: Tx, organizationId: string, id: string, answer: { status: number; body: unknown }): Promise<void> {
  await tx
    .updateTable('api_answers')
    .set({ status: answer.status, body: JSON.stringify(answer.body) })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .execute()
}

export async function findAnswer(tx: Tx, { organizationId, keyId, idempotencyKey }: AnswerPlace): Promise<KeptAnswer | null> {
  const row = await tx
    .selectFrom('api_answers')
    .select(['request_hash', 'status', 'body'])
    .where('organization_id', '=', organizationId)
    .where('key_id', '=', keyId)
    .where('idempotency_key', '=', idempotencyKey)
    .executeTakeFirst()
  return row ? { requestHash: row.request_hash, status: row.status, body: row.body } : null
}

/** @returns how many were forgotten, at most `batch` */
export async function deleteOldAnswers(tx: Tx, keptHours: number, batch: number): Promise<number> {
  const done = await sql`delete from api_answers where (organization_id, id) in (
    select organization_id, id from api_answers where created_at < now() - make_interval(hours => ${keptHours}) limit ${batch})`.execute(tx)
  return Number(done.numAffectedRows ?? 0n)
}
