import { localeOfReader, queueMail, renderSchoolMail } from '#modules/messaging/index.ts'
import type { OwnScope } from '#modules/tenancy/index.ts'
import type { Tx } from '#platform/ctx.ts'
import { inLocale } from '#platform/i18n/in-locale.ts'
import { currentLocale } from '#platform/i18n/locale.ts'
import type { PrivacyCtx } from '../privacy-ctx.ts'
import { findPersonOfMail } from './person.queries.ts'
import { privacyMailWords } from './words/privacy-mail-words.ts'

type Ctx = Pick<PrivacyCtx, 'config' | 'ids'>
type Said = { kind: string; key: string; subject: string; paragraphs: string[]; label: string }

/** Mails that a copy can be fetched. The link leads to the page, which asks who is there: the mail alone opens nothing. */
export async function tellExportReady(ctx: Ctx, tx: Tx, copy: OwnScope & { id: string; expiresAt: Date }): Promise<void> {
  await send(ctx, tx, copy, (from) => {
    const words = privacyMailWords()
    return {
      kind: 'export-ready',
      key: `export-ready:${copy.id}`,
      subject: words.copyReady,
      paragraphs: [words.copyReadyText(from, day(copy.expiresAt))],
      label: words.fetchCopy,
    }
  })
}

/** Mails that somebody is about to leave, and how to think better of it. */
export async function tellDeparture(ctx: Ctx, tx: Tx, departure: OwnScope & { id: string; dueAt: Date }): Promise<void> {
  const isAccount = departure.organizationId === null
  await send(ctx, tx, departure, (from) => {
    const words = privacyMailWords()
    return {
      kind: 'departure',
      key: `departure:${departure.id}`,
      subject: isAccount ? words.accountDeleted(day(departure.dueAt)) : words.youLeave(from, day(departure.dueAt)),
      paragraphs: [words.asBefore, isAccount ? words.notYouAccount : words.notYouPlace],
      label: isAccount ? words.keepAccount : words.stay,
    }
  })
}

async function send(ctx: Ctx, tx: Tx, scope: OwnScope, said: (from: string) => Said): Promise<void> {
  const person = await findPersonOfMail(tx, scope)
  if (!person?.email) return

  const { school, email } = person
  const { scheme, baseDomain } = ctx.config
  const url = school ? `${scheme}://${baseDomain}/s/${school.slug}/learn/data` : `${scheme}://${baseDomain}/account/data`
  const locale = await localeOfReader(tx, email, school?.locale ?? currentLocale())
  const { kind, key, ...content } = await inLocale(locale, async () => {
    const { paragraphs, label, ...mail } = said(school?.name ?? 'CourseCove')
    return { ...mail, ...(await renderSchoolMail({ school, heading: mail.subject, paragraphs, action: { label, url } })) }
  })
  await queueMail(tx, { ...content, id: ctx.ids.next(), organizationId: scope.organizationId, idempotencyKey: key, kind, to: email, fromName: school?.name ?? 'CourseCove' })
}

function day(at: Date): string {
  return new Intl.DateTimeFormat(currentLocale(), { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(at)
}
