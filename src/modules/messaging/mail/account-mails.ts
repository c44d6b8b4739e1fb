import type { AccountMail, AccountMails } from '#modules/identity/index.ts'
import { findSchoolLook, type SchoolLook } from '#modules/tenancy/index.ts'
import type { Config } from '#platform/config/config.ts'
import type { SystemCtx } from '#platform/ctx.ts'
import { inLocale } from '#platform/i18n/in-locale.ts'
import { currentLocale } from '#platform/i18n/locale.ts'
import { schoolOfAddress } from '#platform/http/hosts.ts'
import { renderSchoolMail } from '../emails/render-school-mail.ts'
import { queueMail } from './queue-mail.queries.ts'
import { localeOfReader } from './locale-of-reader.ts'
import { accountMailWords } from './words/account-mail-words.ts'

interface Words {
  subject: string
  heading: string
  paragraphs: (name: string) => string[]
  label: string
  footer: (place: string) => string
}

/** What each mail about an account says, in the language of whoever is written to. */
function wordsOf(kind: AccountMail['kind']): Words {
  const words = accountMailWords()
  switch (kind) {
    case 'confirm-address':
      return { subject: words.confirm, heading: words.confirm, paragraphs: (name) => [words.confirmGreeting(name), words.confirmText], label: words.confirmLabel, footer: words.whyThis }
    case 'account-exists':
      return { subject: words.exists, heading: words.exists, paragraphs: (name) => [words.existsGreeting(name), words.existsText], label: words.signIn, footer: () => words.nothingHappened }
    case 'sign-in-link':
      return { subject: words.link, heading: words.linkHeading, paragraphs: (name) => [words.linkGreeting(name), words.linkText], label: words.signIn, footer: words.whyThis }
    case 'reset-password':
      return { subject: words.reset, heading: words.reset, paragraphs: (name) => [words.resetGreeting(name), words.resetText], label: words.reset, footer: words.whyThis }
    case 'change-address':
      return { subject: words.change, heading: words.change, paragraphs: (name) => [words.changeGreeting(name), words.changeText], label: words.changeLabel, footer: words.whyThis }
    default:
      return changed(words.changed[kind])
  }
}

/** A mail that something changed: what, and what to do if one did not do it oneself. */
function changed({ title, text }: { title: string; text: string }): Words {
  const words = accountMailWords()
  return { subject: title, heading: title, paragraphs: (name) => [words.changedGreeting(name, text), words.changedByYou], label: words.changedLabel, footer: () => words.changedByAnother }
}

type Ctx = Pick<SystemCtx, 'ids' | 'inSystem'> & { config: Pick<Config, 'baseDomain'> }

/**
 * Mails about accounts: identity says which, messaging says how. Who asked for one on the way to a school gets it in
 * that school's name and colour. The mail still belongs to the installation, as the account does: it is kept under no
 * school, because its link opens more than that one.
 */
export function accountMails(ctx: Ctx): AccountMails {
  return {
    async send({ kind, to, name, link, next }) {
      const school = await findSchool(ctx, next)
      const place = school?.name ?? 'CourseCove'
      // Who never chose a language reads the one of the page on which the mail was asked for.
      const locale = await ctx.inSystem((tx) => localeOfReader(tx, to, currentLocale()))
      const { subject, html, text } = await inLocale(locale, async () => {
        const { subject: said, heading, paragraphs, label, footer } = wordsOf(kind)
        return { subject: said, ...(await renderSchoolMail({ school, heading, paragraphs: paragraphs(name), action: { label, url: link }, footer: footer(place) })) }
      })
      const id = ctx.ids.next()
      await ctx.inSystem((tx) => queueMail(tx, { id, organizationId: null, idempotencyKey: `${kind}:${id}`, kind, to, fromName: place, subject, html, text }))
    },
  }
}

/** The school whose page an address is. */
async function findSchool(ctx: Ctx, next: string | null): Promise<SchoolLook | null> {
  const asked = next === null ? null : schoolOfAddress(next, ctx.config.baseDomain)
  return asked && ctx.inSystem((tx) => findSchoolLook(tx, asked.name))
}
