import type { AccountMail, AccountMails } from '#modules/identity/index.ts'
import type { SystemCtx } from '#platform/ctx.ts'
import { renderSchoolMail } from '../emails/render-school-mail.ts'
import { queueMail } from './queue-mail.queries.ts'

interface Words {
  subject: string
  heading: string
  paragraphs: (name: string) => string[]
  label: string
  footer: string
}

const whyThis = 'Someone entered this address at CourseCove. If it was not you, you can leave this mail unanswered: nothing happens without the link.'

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
    footer: 'If it was not you, nothing has happened and nothing needs to be done.',
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

/** Mails of the installation about accounts: identity says which, messaging says how. */
export function accountMails(ctx: Pick<SystemCtx, 'ids' | 'inSystem'>): AccountMails {
  return {
    async send({ kind, to, name, link }) {
      const { subject, heading, paragraphs, label, footer } = words[kind]
      const { html, text } = await renderSchoolMail({ school: null, heading, paragraphs: paragraphs(name), action: { label, url: link }, footer })
      const id = ctx.ids.next()
      await ctx.inSystem((tx) =>
        queueMail(tx, { id, organizationId: null, idempotencyKey: `${kind}:${id}`, kind, to, fromName: 'CourseCove', subject, html, text }),
      )
    },
  }
}
