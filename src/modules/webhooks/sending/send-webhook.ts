import { z } from 'zod'
import type { Tx } from '#platform/ctx.ts'
import { enqueueJob } from '#platform/jobs/enqueue-job.queries.ts'
import { log } from '#platform/log/log.ts'
import { CannotOpen } from '#platform/secrets/seal-text.ts'
import { holdDeliveries } from '../deliveries/deliveries.queries.ts'
import { openSecret } from '../endpoints/endpoint-secret.ts'
import type { WebhookOutcome } from '../ports.ts'
import type { WebhooksSystemCtx } from '../webhooks-ctx.ts'
import { failingDaysMax, judgeTry, type Verdict } from './judge-try.ts'
import { messageBody } from './message-body.ts'
import { endDelivery, findDueDelivery, insertTry, lockTriedDelivery, noteFailing, noteWell, putDeliveryOff, switchOff, type DueDelivery } from './sending.queries.ts'
import { signMessage } from './sign-message.ts'

const job = z.object({ organizationId: z.uuid(), deliveryId: z.uuid() })
type Address = z.infer<typeof job>

/** The job that mails the owners when an endpoint was switched off. */
export const endpointOffJob = 'send-endpoint-off-notice'

/**
 * The job of one try: reads what is to be sent, sends it outside of any transaction, writes down what came of it. If the
 * process dies in between, the job runs again, and the receiver knows the message by its id.
 */
export async function sendWebhook(ctx: WebhooksSystemCtx, payload: unknown): Promise<void> {
  const address = job.parse(payload)
  const due = await ctx.inSystem((tx) => findDueDelivery(tx, address.organizationId, address.deliveryId))
  if (!due) return
  if (due.state !== 'on') return ctx.inSystem((tx) => holdDeliveries(tx, address.organizationId, due.endpointId))

  const startedAt = ctx.clock.now()
  const outcome = await send(ctx, address, due, startedAt)
  const durationMs = Math.max(0, ctx.clock.now().getTime() - startedAt.getTime())
  await ctx.inSystem(async (tx) => {
    if (!(await lockTriedDelivery(tx, address.organizationId, address.deliveryId, due.attempts))) return

    await insertTry(tx, { ...address, tryId: ctx.ids.next(), outcome, durationMs })
    const verdict = judgeTry(outcome, due.attempts + 1)
    await carryOut(tx, address, due.endpointId, verdict)
    const answered = outcome.kind === 'answered' ? outcome.status : outcome.kind
    log.info({ organizationId: address.organizationId, deliveryId: address.deliveryId, endpointId: due.endpointId, type: due.type, answered, verdict: verdict.kind }, 'a webhook was sent')
  })
}

async function send(ctx: WebhooksSystemCtx, { organizationId, deliveryId }: Address, due: DueDelivery, sentAt: Date): Promise<WebhookOutcome> {
  const body = messageBody(due)
  try {
    const sealed = [due.secretSealed, ...(due.previousSecretSealed ? [due.previousSecretSealed] : [])]
    const secrets = sealed.map((one) => openSecret(ctx.config.appSecret, one, { organizationId, endpointId: due.endpointId }))
    const headers = { 'content-type': 'application/json', 'user-agent': 'CourseCove-Webhooks/1', ...signMessage({ id: deliveryId, sentAt, body }, secrets) }
    return await ctx.webhookSender.send({ url: due.url, headers, body })
  } catch (fault) {
    if (!(fault instanceof CannotOpen)) throw fault

    // Another APP_SECRET than the one it was sealed under: only a new secret helps, and the log of the endpoint says so.
    log.error({ organizationId, endpointId: due.endpointId, err: fault }, 'the secret of a webhook endpoint does not open')
    return { kind: 'unreachable', reason: 'SECRET_UNREADABLE' }
  }
}

async function carryOut(tx: Tx, { organizationId, deliveryId }: Address, endpointId: string, verdict: Verdict): Promise<void> {
  if (verdict.kind === 'delivered') {
    await endDelivery(tx, organizationId, deliveryId, 'delivered')
    return noteWell(tx, organizationId, endpointId)
  }

  if (verdict.kind === 'again') await putDeliveryOff(tx, organizationId, deliveryId, verdict.inSeconds)
  else await endDelivery(tx, organizationId, deliveryId, 'failed')
  const isTooLong = await noteFailing(tx, organizationId, endpointId, failingDaysMax)
  const state = verdict.kind === 'gone' ? 'gone' : isTooLong ? 'failing' : null
  if (!state || !(await switchOff(tx, organizationId, endpointId, state))) return

  await holdDeliveries(tx, organizationId, endpointId)
  await enqueueJob(tx, endpointOffJob, { organizationId, endpointId, deliveryId, state }, { key: `endpoint-off:${endpointId}:${deliveryId}` })
}
