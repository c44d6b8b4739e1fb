import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

/** What a link in a mail is for: to prove an address and fetch the files, or to hear no more. */
export type LeadPurpose = 'files' | 'stop'

/** Which lead of which school a link is about. */
export interface LeadLink {
  organizationId: string
  leadId: string
  purpose: LeadPurpose
}

const payloadSchema = z.tuple([z.enum(['files', 'stop']), z.uuid(), z.uuid(), z.int()])

/** A link that proves an address is good for thirty days; one that ends the mails for ever. */
const filesLinkSeconds = 30 * 24 * 3600

/**
 * The part of an address that stands for a lead: signed, so that nobody makes one for another's address.
 *
 * @example
 * `${origin}/free/${signLeadLink(appSecret, { organizationId, leadId, purpose: 'files' }, now)}`
 */
export function signLeadLink(appSecret: string, { organizationId, leadId, purpose }: LeadLink, now: Date): string {
  const endsAt = purpose === 'stop' ? 0 : Math.floor(now.getTime() / 1000) + filesLinkSeconds
  const payload = Buffer.from(JSON.stringify([purpose, organizationId, leadId, endsAt])).toString('base64url')
  return `${payload}.${signatureOf(payload, appSecret)}`
}

/** Reads it back. @returns null when it was tampered with, has ended or was never one: all look the same */
export function readLeadLink(appSecret: string, token: string, now: Date): LeadLink | null {
  const [payload, signature, ...rest] = token.split('.')
  if (!payload || !signature || rest.length > 0) return null
  const [given, right] = [Buffer.from(signature), Buffer.from(signatureOf(payload, appSecret))]
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null

  const [purpose, organizationId, leadId, endsAt] = payloadSchema.parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')))
  return endsAt === 0 || endsAt * 1000 > now.getTime() ? { purpose, organizationId, leadId } : null
}

function signatureOf(payload: string, appSecret: string): string {
  // A key of its own: what opens a free download opens no session and no other file.
  const key = Buffer.from(hkdfSync('sha256', appSecret, '', 'coursecove lead links', 32))
  return createHmac('sha256', key).update(payload).digest('base64url')
}
