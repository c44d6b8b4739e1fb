import { queueMail, renderSchoolMail } from '#modules/messaging/index.ts'
import type { OwnScope } from '#modules/tenancy/index.ts'
import type { Tx } from '#platform/ctx.ts'
import type { PrivacyCtx } from '../privacy-ctx.ts'
import { findPersonOfMail } from './person.queries.ts'

type Ctx = Pick<PrivacyCtx, 'config' | 'ids'>
type Words = { kind: string; key: string; subject: string; heading: string; paragraphs: string[]; label: string }

/** Mails that a copy can be fetched. The link leads to the page, which asks who is there: the mail alone opens nothing. */
export async function tellExportReady(ctx: Ctx, tx: Tx, copy: OwnScope & { id: string; expiresAt: Date }): Promise<void> {
  await send(ctx, tx, copy, (from) => ({
    kind: 'export-ready',
    key: `export-ready:${copy.id}`,
    subject: `The copy of your data is ready`,
    heading: 'The copy of your data is ready',
    paragraphs: [`You asked for a copy of what ${from} knows of you. You can fetch it until ${day(copy.expiresAt)}; then it is deleted.`],
    label: 'Fetch the copy',
  }))
}

/** Mails that somebody is about to leave, and how to think better of it. */
export async function tellDeparture(ctx: Ctx, tx: Tx, departure: OwnScope & { id: string; dueAt: Date }): Promise<void> {
  const isAccount = departure.organizationId === null
  await send(ctx, tx, departure, (from) => ({
    kind: 'departure',
    key: `departure:${departure.id}`,
    subject: isAccount ? `Your account is deleted on ${day(departure.dueAt)}` : `You leave ${from} on ${day(departure.dueAt)}`,
    heading: isAccount ? `Your account is deleted on ${day(departure.dueAt)}` : `You leave ${from} on ${day(departure.dueAt)}`,
    paragraphs: [
      `You asked for it just now. Until then everything works as before, and you can change your mind.`,
      `If it was not you, keep ${isAccount ? 'the account' : 'your place'} and change your password.`,
    ],
    label: isAccount ? 'Keep the account' : 'Stay',
  }))
}

async function send(ctx: Ctx, tx: Tx, scope: OwnScope, words: (from: string) => Words): Promise<void> {
  const person = await findPersonOfMail(tx, scope)
  if (!person?.email) return

  const { school, email } = person
  const { kind, key, subject, heading, paragraphs, label } = words(school?.name ?? 'CourseCove')
  const { scheme, baseDomain } = ctx.config
  const url = school ? `${scheme}://${baseDomain}/s/${school.slug}/learn/data` : `${scheme}://${baseDomain}/account/data`
  const { html, text } = await renderSchoolMail({ school, heading, paragraphs, action: { label, url } })
  await queueMail(tx, { id: ctx.ids.next(), organizationId: scope.organizationId, idempotencyKey: key, kind, to: email, fromName: school?.name ?? 'CourseCove', subject, html, text })
}

function day(at: Date): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(at)
}
