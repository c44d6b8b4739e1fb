import type { AccountMail, AccountMails } from '#modules/identity/index.ts'
import { findSchoolLook, type SchoolLook } from '#modules/tenancy/index.ts'
import type { Config } from '#platform/config/config.ts'
import type { SystemCtx } from '#platform/ctx.ts'
import { readHost } from '#platform/http/hosts.ts'
import { renderSchoolMail } from '../emails/render-school-mail.ts'
import { queueMail } from './queue-mail.queries.ts'

interface Words {
  subject: string
  heading: string
  paragraphs: (name: string) => string[]
  label: string
  footer: (place: string) => string
}

const whyThis = (place: string): string => `Someone entered this address at ${place}. If it was not you, you can leave this mail unanswered: nothing happens without the link.`

/** What each mail about an account says. */
const words: Record<AccountMail['kind'], Words> = {
  'confirm-address': {
    subject: 'Confirm your address',
    heading: 'Confirm your address',
    paragraphs: (name) => [`Hello${name ? ` ${name}` : ''}, your account is almost ready.`, 'Confirm that this address is yours. The link works once, within a day.'],
    label: 'Confirm my address',
    footer: whyThis,
  },
  'account-exists': {
    subject: 'You have an account already',
    heading: 'You have an account already',
    paragraphs: (name) => [
      `Hello${name ? ` ${name}` : ''}, someone tried to make an account under this address, but there is one already.`,
      'If it was you, sign in. If you no longer know your password, the same page mails you a link.',
    ],
    label: 'Sign in',
    footer: () => 'If it was not you, nothing has happened and nothing needs to be done.',
  },
  'sign-in-link': {
    subject: 'Your link to sign in',
    heading: 'Sign in with one tap',
    paragraphs: (name) => [`Hello${name ? ` ${name}` : ''}, here is the link you asked for.`, 'It signs you in once, within 20 minutes.'],
    label: 'Sign in',
    footer: whyThis,
  },
  'reset-password': {
    subject: 'Choose a new password',
    heading: 'Choose a new password',
    paragraphs: (name) => [
      `Hello${name ? ` ${name}` : ''}, here is the link to a new password. It works once, within an hour.`,
      'Setting a new password signs you out everywhere else.',
    ],
    label: 'Choose a new password',
    footer: whyThis,
  },
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
      const { subject, heading, paragraphs, label, footer } = words[kind]
      const school = await findSchool(ctx, next)
      const place = school?.name ?? 'CourseCove'
      const { html, text } = await renderSchoolMail({ school, heading, paragraphs: paragraphs(name), action: { label, url: link }, footer: footer(place) })
      const id = ctx.ids.next()
      await ctx.inSystem((tx) => queueMail(tx, { id, organizationId: null, idempotencyKey: `${kind}:${id}`, kind, to, fromName: place, subject, html, text }))
    },
  }
}

/** The school whose page an address is, on its host or under its path. */
async function findSchool(ctx: Ctx, next: string | null): Promise<SchoolLook | null> {
  if (next === null) return null
  const { host, pathname } = new URL(next)
  const meaning = readHost(host, pathname, ctx.config.baseDomain)
  return meaning.kind === 'school' ? ctx.inSystem((tx) => findSchoolLook(tx, meaning.slug)) : null
}
