import { Resend } from 'resend'
import type { MailCarrier } from '#modules/messaging/ports.ts'

/**
 * Sends mail by Resend.
 *
 * @param settings `baseUrl` for an emulator or a proxy
 * @see https://resend.com/docs/dashboard/emails/idempotency-keys
 */
export function resendCarrier({ apiKey, baseUrl }: { apiKey: string; baseUrl?: string | undefined }): MailCarrier {
  const resend = new Resend(apiKey, baseUrl ? { baseUrl } : undefined)
  return {
    way: `Resend${baseUrl ? ` at ${new URL(baseUrl).host}` : ''}`,
    async carry({ id, from, to, replyTo, subject, html, text }) {
      const { data, error } = await resend.emails.send(
        { from: `${quoted(from.name)} <${from.address}>`, to, ...(replyTo ? { replyTo } : {}), subject, html, text },
        { idempotencyKey: id },
      )
      if (error) throw new Error(`Resend did not take the mail: ${error.name} (${error.message})`)
      return { messageId: data?.id ?? id }
    },
  }
}

/** A display name may hold anything a school typed; quotes and backslashes would end it early. */
function quoted(name: string): string {
  return `"${name.replace(/["\\\r\n]/g, ' ')}"`
}
