import { z } from 'zod'
import { localeOfReader, queueMail, renderSchoolMail } from '#modules/messaging/index.ts'
import { inLocale } from '#platform/i18n/in-locale.ts'
import { findEndpoint } from '../endpoints/endpoints.queries.ts'
import type { WebhooksSystemCtx } from '../webhooks-ctx.ts'
import { failingDaysMax } from './judge-try.ts'
import { findNoticeTo } from './notice.queries.ts'
import { noticeWords } from './words/notice-words.ts'

const job = z.object({ organizationId: z.uuid(), endpointId: z.uuid(), deliveryId: z.uuid(), state: z.enum(['gone', 'failing']) })

/** Tells the school's owners that an endpoint was switched off, why, and what to do. Each address gets it once. */
export async function sendEndpointOffNotice(ctx: WebhooksSystemCtx, payload: unknown): Promise<void> {
  const { organizationId, endpointId, deliveryId, state } = job.parse(payload)
  const found = await ctx.inSystem(async (tx) => ({
    endpoint: await findEndpoint(tx, organizationId, endpointId),
    to: await findNoticeTo(tx, organizationId),
  }))
  const { endpoint } = found
  if (!endpoint || !found.to) return

  const { school, addresses } = found.to
  const { host } = new URL(endpoint.url)
  const url = `${ctx.config.scheme}://${school.slug}.${ctx.config.baseDomain}/studio/settings/webhooks/${endpointId}`
  const write = async () => {
    const words = noticeWords()
    const content = await renderSchoolMail({
      school,
      heading: words.heading(host),
      paragraphs: [state === 'gone' ? words.gone(endpoint.url) : words.failing(endpoint.url, failingDaysMax), words.held],
      action: { label: words.look, url },
    })
    return { ...content, subject: words.subject(host) }
  }
  await ctx.inSystem(async (tx) => {
    for (const to of addresses) {
      const content = await inLocale(await localeOfReader(tx, to, school.locale), write)
      await queueMail(tx, {
        ...content,
        id: ctx.ids.next(),
        organizationId,
        idempotencyKey: `endpoint-off:${endpointId}:${deliveryId}:${to}`,
        kind: 'endpoint-off',
        to,
        fromName: school.name,
      })
    }
  })
}
