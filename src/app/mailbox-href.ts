import { isMailboxOpen, type MailCarrier } from '#modules/messaging/index.ts'

/** Where the mails of this installation can be read by everyone; null where they go out, or only the operator may look. */
export function mailboxHref(app: { config: { scheme: string; baseDomain: string }; mailCarrier: MailCarrier | null }): string | null {
  return isMailboxOpen(app) ? `${app.config.scheme}://${app.config.baseDomain}/mailbox` : null
}
