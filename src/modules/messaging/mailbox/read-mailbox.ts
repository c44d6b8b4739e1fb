import type { SystemCtx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import type { MailCarrier } from '../ports.ts'
import { findMail, selectMails, type MailboxLine, type MailboxMail } from './mailbox.queries.ts'

const pageSize = 50

/** Who looks, and whether mail stays here. */
export interface MailboxCtx extends Pick<SystemCtx, 'inSystem'> {
  config: { baseDomain: string }
  mailCarrier: MailCarrier | null
}

/**
 * The mails that were written here, the newest first, fifty a page.
 *
 * @throws NotFound for those who may not look
 */
export async function listMails(ctx: MailboxCtx, viewer: { isOperator: boolean } | null, before: string | null): Promise<{ mails: MailboxLine[]; nextCursor: string | null }> {
  requireMailbox(ctx, viewer)
  const found = await ctx.inSystem((tx) => selectMails(tx, before, pageSize + 1))
  const mails = found.slice(0, pageSize)
  return { mails, nextCursor: found.length > pageSize ? (mails.at(-1)?.id ?? null) : null }
}

/**
 * One mail with its body.
 *
 * @throws NotFound for those who may not look, and when there is no such mail
 */
export async function readMail(ctx: MailboxCtx, viewer: { isOperator: boolean } | null, id: string): Promise<MailboxMail> {
  requireMailbox(ctx, viewer)
  const found = await ctx.inSystem((tx) => findMail(tx, id))
  if (!found) throw new NotFound('there is no such mail')
  return found
}

/**
 * Whether everyone may look. Mails hold links that sign people in, so that is so only where nobody else can be:
 * on this machine's own names, while no mail leaves it.
 */
export function isMailboxOpen({ config, mailCarrier }: Pick<MailboxCtx, 'config' | 'mailCarrier'>): boolean {
  return mailCarrier === null && /(^|\.)localhost(:\d+)?$/.test(config.baseDomain)
}

/** Operators always may. */
function requireMailbox(ctx: MailboxCtx, viewer: { isOperator: boolean } | null): void {
  if (viewer?.isOperator || isMailboxOpen(ctx)) return
  throw new NotFound('the mailbox was asked for by someone who may not look')
}
