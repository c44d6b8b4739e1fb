import { z } from 'zod'
import { asSystem } from '#platform/db/as-system.ts'
import { DatabaseUnavailable } from '#platform/db/database-faults.ts'
import type { SystemCtx } from '#platform/ctx.ts'
import { failPoint } from '#platform/failpoints/fail-point.ts'
import { DependencyNotReady } from '#platform/inbox/dependency-not-ready.ts'
import { attemptsMax, describeFault, retryDelaySeconds, waitDelaySeconds } from '#platform/jobs/retry-schedule.ts'
import { log } from '#platform/log/log.ts'
import { completeDelivery, lockOpenDelivery, noteDelivery, type OpenDelivery } from './deliveries.queries.ts'
import type { Outbox } from './outbox.ts'

const job = z.object({ organizationId: z.uuid(), deliveryId: z.uuid() })
type Address = z.infer<typeof job>

/** Nobody by this name listens any more: the program changed between the fact and its delivery. */
export class SubscriberGone extends Error {
  override readonly name = 'SubscriberGone'
}

/**
 * The job of one delivery: the subscriber's effect and the mark that it was made are one transaction. What fails is
 * tried again alone.
 *
 * @throws DatabaseUnavailable when not even the outcome can be written down
 */
export async function hearEvent<Ctx extends SystemCtx>(outbox: Outbox<Ctx>, payload: unknown): Promise<void> {
  const address = job.parse(payload)
  try {
    await asSystem(outbox.pool, async ({ tx }) => {
      const delivery = await lockOpenDelivery(tx, address.organizationId, address.deliveryId)
      if (!delivery) return

      const { event } = delivery
      const subscriber = outbox.switchboard.events[event.name]?.find(({ name }) => name === delivery.subscriber)
      if (!subscriber) throw new SubscriberGone(`${delivery.subscriber} no longer hears ${event.name}`)

      await subscriber.hear(outbox.ctx, tx, event)
      failPoint('in-delivery')
      await completeDelivery(tx, address.organizationId, address.deliveryId)
    })
  } catch (fault) {
    if (fault instanceof DatabaseUnavailable) throw fault

    await noteFault(outbox, address, fault)
  }
}

async function noteFault<Ctx extends SystemCtx>(outbox: Outbox<Ctx>, address: Address, fault: unknown): Promise<void> {
  await asSystem(outbox.pool, async ({ tx }) => {
    const delivery = await lockOpenDelivery(tx, address.organizationId, address.deliveryId)
    if (!delivery) return

    const note = nextTry(delivery, fault)
    await noteDelivery(tx, address.organizationId, address.deliveryId, note)
    const who = { event: delivery.event.name, eventId: delivery.event.id, subscriber: delivery.subscriber, attempts: note.attempts }
    if (fault instanceof DependencyNotReady) log.info({ ...who, dependency: fault.dependency }, 'Dependencies not ready')
    else log.warn({ ...who, err: fault, isOver: note.againInSeconds === null }, 'a fact could not be delivered')
  })
}

function nextTry(delivery: OpenDelivery, fault: unknown): { attempts: number; error: string; againInSeconds: number | null } {
  if (fault instanceof DependencyNotReady) {
    return { attempts: delivery.attempts, error: fault.message, againInSeconds: waitDelaySeconds(delivery.waitedSeconds, 2) }
  }
  const attempts = delivery.attempts + 1
  const isOver = attempts >= attemptsMax || fault instanceof SubscriberGone
  return { attempts, error: describeFault(fault), againInSeconds: isOver ? null : retryDelaySeconds(attempts) }
}
