import { z } from 'zod'
import { faultWords } from '#platform/errors/words/fault-words.ts'
import { inboxWords } from '../ui/words/inbox-words.ts'

/** What is counted, and what may be replayed at once, at most. */
export const matchingMax = 10_000

/**
 * How many events a search goes through, the latest first. State and time have indexes; a person, a type or a provider
 * has none, because each would cost every event on its way in, and is looked for among the latest this many.
 */
export const reachMax = 20_000

/** `waiting` is a pending event that rests on something which has not come yet. */
export const inboxStatuses = ['pending', 'waiting', 'failed', 'completed'] as const
export type InboxStatus = (typeof inboxStatuses)[number]

const word = (length: number) =>
  z.preprocess((given) => (typeof given === 'string' ? given.trim() : given), z.string().max(length, { error: () => faultWords().atMost(length) })).default('')
const instant = z
  .preprocess((given) => (given === '' || given === undefined ? null : given), z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z?$/, { error: () => inboxWords().giveInstant }).nullable())
  .transform((text, ctx) => {
    if (text === null) return null
    const at = new Date(text.endsWith('Z') ? text : `${text}Z`)
    if (!Number.isNaN(at.getTime())) return at
    ctx.addIssue({ code: 'custom', message: inboxWords().noSuchDay })
    return z.NEVER
  })

/** Which events of the inbox are meant. What is empty does not narrow. */
export const inboxFilter = z.object({
  status: z.preprocess((given) => (given === '' ? undefined : given), z.enum(inboxStatuses).optional()),
  provider: word(40),
  type: word(120),
  /** Part of the provider's id of the event, the whole id of what it is about, or an address inside it. */
  text: word(200),
  since: instant,
  until: instant,
})
export type InboxFilter = z.output<typeof inboxFilter>

/** The filter of an address; what cannot be read narrows nothing, and is named. */
export function readInboxFilter(params: URLSearchParams): { filter: InboxFilter; faults: Record<string, string> } {
  const given = Object.fromEntries(Object.keys(inboxFilter.shape).map((name) => [name, (params.get(name) ?? '').replaceAll('\0', '')]))
  const read = inboxFilter.safeParse(given)
  if (read.success) return { filter: read.data, faults: {} }

  const faults: Record<string, string> = {}
  for (const { path, message } of read.error.issues) faults[String(path[0])] ??= message
  const sound = Object.fromEntries(Object.entries(given).filter(([name]) => !(name in faults)))
  return { filter: inboxFilter.parse(sound), faults }
}

/** The filter as it stands in an address or in a form's hidden fields. */
export function writeInboxFilter(filter: InboxFilter): Record<string, string> {
  const { status, provider, type, text, since, until } = filter
  const all = { status: status ?? '', provider, type, text, since: since?.toISOString() ?? '', until: until?.toISOString() ?? '' }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''))
}
