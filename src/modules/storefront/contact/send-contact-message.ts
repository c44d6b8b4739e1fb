import { findSchoolContact } from '#modules/learning/index.ts'
import { localeOfReader, queueMail, renderSchoolMail } from '#modules/messaging/index.ts'
import type { SystemCtx, TenantCtx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { inLocale } from '#platform/i18n/in-locale.ts'
import { NobodyToWriteTo } from '../errors.ts'
import { asksForMessages } from '../pages/read-first-page.ts'
import type { ContactMessage } from './contact.schema.ts'
import { throttleMessages } from './throttle-messages.ts'
import { messageWords } from './words/message-words.ts'

/** What a message to a school asks for: the school with its look, and where the message comes from. */
export interface ContactCtx extends Pick<TenantCtx, 'organizationId' | 'inTenant' | 'ids'>, Pick<SystemCtx, 'inSystem'> {
  school: { name: string; brandColour: string; locale: string }
  /** The socket's address, for throttling. */
  address: string
}

/**
 * Sends what a visitor wrote to the school's owner, as a mail that is answered to the visitor. The words are kept in
 * that mail alone.
 *
 * @throws NotFound where the first page has no contact form; TooManyRequests; NobodyToWriteTo
 */
export async function sendContactMessage(ctx: ContactCtx, message: ContactMessage): Promise<void> {
  if (!(await asksForMessages(ctx))) throw new NotFound('this school has no contact form')
  // A program that fills in everything is told what it wants to hear, and nobody is bothered.
  if (message.website !== '') return

  await throttleMessages(ctx.organizationId, ctx.address)
  const to = await findSchoolContact(ctx)
  if (!to) throw new NobodyToWriteTo()

  const locale = await ctx.inSystem((tx) => localeOfReader(tx, to, ctx.school.locale))
  const words = inLocale(locale, messageWords)
  const heading = words.wroteTo(message.name, ctx.school.name)
  const { html, text } = await inLocale(locale, () => renderSchoolMail({
    school: ctx.school,
    heading,
    paragraphs: message.message.split(/\n{2,}|\r\n(?:\r\n)+/).map((part) => part.trim()).filter(Boolean),
    rows: [
      { term: words.from, value: message.name },
      { term: words.address, value: message.email },
    ],
    footer: words.answer(message.name),
  }))
  const id = ctx.ids.next()
  await ctx.inSystem((tx) =>
    queueMail(tx, {
      id,
      organizationId: ctx.organizationId,
      idempotencyKey: `contact:${id}`,
      kind: 'contact-message',
      to,
      replyTo: message.email,
      fromName: ctx.school.name,
      subject: heading.replace(/\s+/g, ' '),
      html,
      text,
    }),
  )
}
