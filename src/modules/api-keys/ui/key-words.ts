import type { KeyResource } from '../keys/api-key.schema.ts'
import type { Scope } from '../scope-names.ts'
import { keyPageWords } from './words/key-page-words.ts'

type Tone = 'neutral' | 'brand' | 'good' | 'warn' | 'bad'

/** What each kind of thing is called, and what of it a key may see or do. */
export const resourceWords = (): Record<KeyResource, { label: string; hint: string }> => ({
  courses: { label: keyPageWords().courses, hint: keyPageWords().coursesHint },
  people: { label: keyPageWords().people, hint: keyPageWords().peopleHint },
  enrolments: { label: keyPageWords().enrolments, hint: keyPageWords().enrolmentsHint },
  orders: { label: keyPageWords().orders, hint: keyPageWords().ordersHint },
  coupons: { label: keyPageWords().coupons, hint: keyPageWords().couponsHint },
  webhooks: { label: keyPageWords().webhooks, hint: keyPageWords().webhooksHint },
})

/** How far a key reaches, in a word. */
export const reachWords = (): Record<string, string> => ({ none: keyPageWords().nothing, read: keyPageWords().read, write: keyPageWords().readAndWrite })

/** What a key may, in one line: what can be written is not told twice. */
export function scopesSentence(held: readonly Scope[]): string {
  const said = keyPageWords()
  const written = new Set(held.filter((scope) => scope.endsWith(':write')).map((scope) => scope.split(':')[0]))
  const words = held.flatMap((scope) => {
    const [resource = '', reach = ''] = scope.split(':')
    if (reach === 'read' && written.has(resource)) return []
    const label = resourceWords()[resource as KeyResource].label
    return [reach === 'write' ? said.readAndWriteOf(label) : said.readOf(label)]
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
  const words = keyPageWords()
  if (revokedAt) return { label: words.revoked, tone: 'neutral', isOver: true }
  if (isExpired) return { label: words.expired, tone: 'neutral', isOver: true }
  if (!isMakerInCharge) return { label: words.stopped, tone: 'warn', isOver: false }
  return lastUsedAt ? { label: words.inUse, tone: 'good', isOver: false } : { label: words.neverUsed, tone: 'neutral', isOver: false }
}
