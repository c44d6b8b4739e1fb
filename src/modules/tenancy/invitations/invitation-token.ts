import { createHash, createHmac } from 'node:crypto'

/** What a token is made for; sending an invitation again moves its end and so makes a new token. */
export interface InvitationMark {
  id: string
  expiresAt: Date
}

/**
 * The secret of an invitation's link. It is computed when the mail is written, so it need not travel through events
 * or stand in a table; only its hash is kept.
 */
export function invitationToken(appSecret: string, { id, expiresAt }: InvitationMark): string {
  return createHmac('sha256', appSecret).update(`invitation ${id} ${expiresAt.toISOString()}`).digest('base64url')
}

/** What the table keeps of a token. */
export function hashInvitationToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
