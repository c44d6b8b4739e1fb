/** A mail as it leaves the house. */
export interface OutgoingMail {
  /** Our id of the mail: sent twice with the same one, a provider that can will deliver once. */
  id: string
  from: { name: string; address: string }
  to: string
  /** Whom an answer goes to, when not to `from`. */
  replyTo: string | null
  subject: string
  html: string
  text: string
}

/**
 * The way mail goes out.
 *
 * @example
 * const { messageId } = await ctx.mailCarrier.carry(mail)
 */
export interface MailCarrier {
  /** In words, for the log line at start: `SMTP by mail.example.com`. */
  way: string
  /** @returns what the carrier calls the mail. Throws when it was not taken; the job tries again. */
  carry(mail: OutgoingMail): Promise<{ messageId: string }>
}
