import type { KeyResource } from '../keys/api-key.schema.ts'
import type { Scope } from '../scope-names.ts'

type Tone = 'neutral' | 'brand' | 'good' | 'warn' | 'bad'

/** What each kind of thing is called, and what of it a key may see or do. */
export const resourceWords: Record<KeyResource, { label: string; hint: string }> = {
  courses: { label: 'Courses', hint: 'Titles, prices, sections and lessons, drafts too. Not what is in the lessons.' },
  people: { label: 'People', hint: 'Names, addresses and roles. Writing is inviting, and taking invitations back.' },
  enrolments: { label: 'Enrolments', hint: 'Who learns what. Writing is letting people in, and ending what nobody paid for.' },
  orders: { label: 'Orders', hint: 'What was sold to whom, for how much.' },
  coupons: { label: 'Coupons', hint: 'Codes with what they give and when.' },
  webhooks: { label: 'Webhook endpoints', hint: 'Where facts are sent, and how that goes.' },
}

/** How far a key reaches, in a word. */
export const reachWords: Record<string, string> = { none: 'Nothing', read: 'Read', write: 'Read and write' }

/** What a key may, in one line: what can be written is not told twice. */
export function scopesSentence(held: readonly Scope[]): string {
  const written = new Set(held.filter((scope) => scope.endsWith(':write')).map((scope) => scope.split(':')[0]))
  const words = held.flatMap((scope) => {
    const [resource = '', reach = ''] = scope.split(':')
    if (reach === 'read' && written.has(resource)) return []
    const label = resourceWords[resource as KeyResource].label.toLowerCase()
    return [reach === 'write' ? `read and write ${label}` : `read ${label}`]
  })
  const sentence = words.join(', ')
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

/** What decides how a key stands. */
export interface KeyFacts {
  isExpired: boolean
  isMakerInCharge: boolean
  lastUsedAt: string | null
  revokedAt: string | null
}

/** How a key stands. */
export function keyStanding({ revokedAt, isExpired, isMakerInCharge, lastUsedAt }: KeyFacts): { label: string; tone: Tone; isOver: boolean } {
  if (revokedAt) return { label: 'Revoked', tone: 'neutral', isOver: true }
  if (isExpired) return { label: 'Expired', tone: 'neutral', isOver: true }
  if (!isMakerInCharge) return { label: 'Stopped', tone: 'warn', isOver: false }
  return lastUsedAt ? { label: 'In use', tone: 'good', isOver: false } : { label: 'Never used', tone: 'neutral', isOver: false }
}
