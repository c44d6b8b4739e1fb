import { createHash } from 'node:crypto'
import type { GroundCtx, Tx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { IdempotencyKeyReused } from '../errors.ts'
import { findAnswer, keepAnswer, takeAnswerPlace, type AnswerPlace } from './answers.queries.ts'

/** What an address answers. */
export interface Answer {
  status: number
  body: unknown
}

/**
 * Does what a request asks for, once for each Idempotency-Key: effect and answer share the transaction, so either both
 * are there or neither. Sent again, the first answer is given again; while the first is under way, the second waits.
 * A fault keeps nothing, and the request may come again.
 *
 * @param tx the transaction in which `work` writes
 * @param request what tells one request from another: address and body
 * @throws IdempotencyKeyReused when the key came before with another request
 * @see https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
 */
export async function answerOnce(ctx: Pick<GroundCtx, 'ids'>, tx: Tx, place: AnswerPlace & { request: string }, work: () => Promise<Answer>): Promise<Answer> {
  const [id, requestHash] = [ctx.ids.next(), createHash('sha256').update(place.request).digest('base64url')]
  if (!(await takeAnswerPlace(tx, { ...place, id, requestHash }))) {
    const kept = await findAnswer(tx, place)
    if (!kept) throw new NotFound('an answer that was there is not')
    if (kept.requestHash !== requestHash) throw new IdempotencyKeyReused()
    return { status: kept.status, body: kept.body }
  }

  const answer = await work()
  await keepAnswer(tx, place.organizationId, id, answer)
  return answer
}
