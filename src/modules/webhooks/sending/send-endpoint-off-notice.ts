import { z } from 'zod'
import { queueMail, renderSchoolMail } from '#modules/messaging/index.ts'
import { findEndpoint } from '../endpoints/endpoints.queries.ts'
import type { WebhooksSystemCtx } from '../webhooks-ctx.ts'
import { failingDaysMax } from './judge-try.ts'
import { findNoticeTo } from './notice.queries.ts'

const job = z.object({ organizationId: z.uuid(), endpointId: z.uuid(), deliveryId: z.uuid(), state: z.enum(['gone', 'failing']) })

const reasons = {
  gone: 'It answered 410, which means that it wants nothing more.',
  failing: `Nothing has got through to it for ${failingDaysMax} days.`,
}

/** Tells the school's owners that an endpoint was switched off, why, and what to do. Each address gets it once. */
export async function sendEndpointOffNotice(ctx: WebhooksSystemCtx, payload: unknown): Promise<void> {
  const { organizationId, endpointId, deliveryId, state } = job.parse(payload)
  const found = await ctx.inSystem(async (tx) => ({
    endpoint: await findEndpoint(tx, organizationId, endpointId),
    to: await findNoticeTo(tx, organizationId),
  }))
  if (!found.endpoint || !found.to) return

  const { school, addresses } = found.to
  const { host } = new URL(found.endpoint.url)
  const content = await renderSchoolMail({
    school,
    heading: `${host} is no longer told what happens in your school`,
    paragraphs: [
      `We have switched off the webhook endpoint ${found.endpoint.url}. ${reasons[state]}`,
      'What was on its way is held, and nothing of it is lost. When the receiver is well again, switch the endpoint on, and send again what was missed.',
    ],
    action: { label: 'Look at the endpoint', url: `${ctx.config.scheme}://${school.slug}.${ctx.config.baseDomain}/studio/settings/webhooks/${endpointId}` },
  })
  await ctx.inSystem(async (tx) => {
    for (const to of addresses) {
      await queueMail(tx, {
        ...content,
        id: ctx.ids.next(),
        organizationId,
        idempotencyKey: `endpoint-off:${endpointId}:${deliveryId}:${to}`,
        kind: 'endpoint-off',
        to,
        fromName: school.name,
        subject: `A webhook endpoint was switched off: ${host}`,
      })
    }
  })
}
