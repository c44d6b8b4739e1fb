import { createTransport } from 'nodemailer'
import type { MailCarrier } from '#modules/messaging/ports.ts'

const timeoutMs = 15_000

/**
 * Sends mail by SMTP.
 *
 * @param smtpUrl for example `smtps://user:password@mail.example.com`
 */
export function smtpCarrier(smtpUrl: string): MailCarrier {
  const { host, hostname } = new URL(smtpUrl)
  const transport = createTransport(smtpUrl, { connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs } as object)
  return {
    way: `SMTP by ${host}`,
    async carry({ id, from, to, replyTo, subject, html, text }) {
      const domain = from.address.split('@')[1] ?? hostname
      // The same mail twice carries the same Message-ID, so that mailboxes can tell.
      const sent = await transport.sendMail({ messageId: `<${id}@${domain}>`, from, to, ...(replyTo ? { replyTo } : {}), subject, html, text })
      return { messageId: sent.messageId }
    },
  }
}
