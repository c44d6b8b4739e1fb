import { hash } from 'node:crypto'
import { asSystem } from '#platform/db/as-system.ts'
import type { SystemCtx } from '#platform/ctx.ts'
import { failPoint } from '#platform/failpoints/fail-point.ts'
import { log } from '#platform/log/log.ts'
import { limitsOf, type Inbox } from './inbox.ts'
import { reopenEvent } from './inbox-events.queries.ts'
import type { Intake } from './open-intake.ts'
import { readBody } from './read-body.ts'
import { countRepeat, type IncomingEvent, type KnownEvent } from './store-event.queries.ts'
import { BadSignature, type VerifiedWebhook, type WebhookVerifier } from './webhook-verifier.ts'

/** A webhook as it stands at the door. */
export interface Received {
  provider: string
  verify: WebhookVerifier['verify']
  request: Request
  /** The request came over HTTP itself, whose parser ends a body where it said it would end. */
  isHeldToLength?: boolean
}

/**
 * Takes a webhook in: verify, store once with its job, answer. Between storing and answering the handler gets half a
 * second to do the work at once; what it does not finish the queue does. 200 says that the event is safe here, not
 * that it was handled.
 *
 * @throws BodyTooLarge (413), BadSignature (400), NotStored or DatabaseUnavailable (503)
 * @example
 * receive(intake, { provider: 'stripe', verify: verifier.verify, request: c.req.raw })
 */
export async function receive<Ctx extends SystemCtx>(intake: Intake<Ctx>, { provider, verify, request, isHeldToLength }: Received): Promise<Response> {
  const { inbox } = intake
  const { bodyBytesMax, signatureSecondsMax } = limitsOf(inbox)
  const body = await readBody(request, bodyBytesMax, isHeldToLength)
  const said = await verify(body, request.headers)
  requireRecent(said, inbox.ctx.clock.now(), signatureSecondsMax)

  const event: IncomingEvent = {
    id: inbox.ctx.ids.next(),
    provider,
    eventId: said.eventId,
    type: said.type,
    payload: said.payload,
    bodySha256: hash('sha256', body),
    occurredAt: said.occurredAt,
  }
  const known = await intake.take(event)
  if (known) await noteRepeat(inbox, event, known)
  failPoint('between-commit-and-answer')
  return Response.json({ received: true }, { headers: { 'Cache-Control': 'no-store' } })
}

function requireRecent(said: VerifiedWebhook, now: Date, secondsMax: number): void {
  if (!said.signedAt) return

  const offSeconds = Math.abs(now.getTime() - said.signedAt.getTime()) / 1000
  if (!(offSeconds <= secondsMax)) throw new BadSignature(`signed ${Math.round(offSeconds)} s away from now`)
}

/**
 * A repeat has no effect of its own. Somebody who sends an event again that was given up wants it tried again, though.
 * Whatever fails here, the event is stored and its job stands: the sender is not told.
 */
async function noteRepeat<Ctx extends SystemCtx>(inbox: Inbox<Ctx>, event: IncomingEvent, known: KnownEvent): Promise<void> {
  const who = { provider: event.provider, eventId: event.eventId, type: event.type }
  if (known.bodySha256 !== event.bodySha256) log.warn(who, 'an event came again with another body; the first one counts')
  try {
    await asSystem(inbox.pool, async ({ tx }) => {
      await countRepeat(tx, known.id)
      if (known.status === 'failed') await reopenEvent(tx, known.id)
    })
  } catch (fault) {
    log.warn({ ...who, err: fault }, 'a repeat could not be counted')
  }
}
