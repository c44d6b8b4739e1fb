import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { queueMail, renderSchoolMail } from '#modules/messaging/index.ts'
import type { SystemCtx } from '#platform/ctx.ts'
import { NotFound, TooManyRequests } from '#platform/errors/app-error.ts'
import { findProduct } from '../products/products.queries.ts'
import { consentWords } from './consent-words.ts'
import { signLeadLink } from './lead-link.ts'
import { upsertLead } from './leads.queries.ts'
import { freeDownloadWords } from './words/free-download-words.ts'

/** Where somebody leaves an address, and what the mail shows of the school. */
export interface FreeDownloadCtx extends SystemCtx {
  organizationId: string
  appSecret: string
  school: { name: string; brandColour: string; locale: string }
  /** What addresses of the school's pages begin with, with scheme and host. */
  origin: string
}

const perLine = new RateLimiterMemory({ points: 10, duration: 10 * 60 })
const perAddress = new RateLimiterMemory({ points: 3, duration: 3600 })

/**
 * Keeps an address with the words its owner agreed to, and mails it the link that proves it. Whether it was known
 * before, the answer is the same.
 *
 * @param input `from` where the request came from, for throttling
 * @throws NotFound for what is no free download on the site; TooManyRequests past ten in ten minutes from one line, and three mails an hour to one address
 */
export async function requestFreeDownload(ctx: FreeDownloadCtx, input: { slug: string; email: string; from: string }): Promise<void> {
  await consume(perLine, input.from)
  const { organizationId, school } = ctx
  const now = ctx.clock.now()
  const product = await ctx.inSystem((tx) => findProduct(tx, organizationId, { slug: input.slug }))
  const consentText = product && product.status !== 'draft' ? consentWords(product, school.name) : null
  if (!product || consentText === null) throw new NotFound(`no free download ${input.slug.slice(0, 60)}`)

  await consume(perAddress, `${organizationId} ${input.email.toLowerCase()}`)
  const lead = await ctx.inSystem((tx) => upsertLead(tx, { organizationId, id: ctx.ids.next(), productId: product.id, email: input.email, consentText, askedAt: now }))

  const link = (purpose: 'files' | 'stop') => `${ctx.origin}/free/${signLeadLink(ctx.appSecret, { organizationId, leadId: lead.id, purpose }, now)}`
  const words = freeDownloadWords()
  const subject = words.subject(product.title)
  const mail = await renderSchoolMail({
    school,
    heading: subject,
    paragraphs: [
      words.pressToProve,
      words.youAgreed(lead.consentText, link('stop')),
      words.notYou,
    ],
    action: { label: words.confirm, url: link('files') },
    footer: words.why(school.name),
  })
  await ctx.inSystem(async (tx) => {
    const key = `lead:${lead.id}:${now.getTime()}`
    await queueMail(tx, { ...mail, id: ctx.ids.next(), organizationId, idempotencyKey: key, kind: 'free-download', to: lead.email, fromName: school.name, subject })
  })
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key)
  } catch (refusal) {
    throw refusal instanceof RateLimiterRes ? new TooManyRequests(refusal.msBeforeNext / 1000) : refusal
  }
}
