import { z } from 'zod'
import { factNames, type FactName } from '../facts.schema.ts'
import { isLoopbackName } from '../ports.ts'
import { webhookPageWords } from '../ui/words/webhook-page-words.ts'

/** How an endpoint stands. `gone`: it answered 410. `failing`: nothing got through for days. */
export const endpointStates = ['on', 'off', 'gone', 'failing'] as const
export type EndpointState = (typeof endpointStates)[number]

/** How many endpoints a school may have. */
export const endpointsMax = 10

const box = z.enum(['on'], { error: () => webhookPageWords().tickOrLeave }).optional()
const boxes = Object.fromEntries(factNames.map((fact) => [fact, box])) as Record<FactName, typeof box>

/**
 * The form of an endpoint: a box for each fact. Which addresses can be reached is decided again at each connection, on
 * what the name stands for then; here only what can never be right is refused.
 *
 * @param mayReachLoopback on an installation for development, this machine itself
 */
export function endpointForm(mayReachLoopback: boolean) {
  const words = webhookPageWords()
  const url = z.string().trim().min(1, words.fillIn).max(2000).transform((text, ctx) => {
    const fault = faultOfUrl(text, mayReachLoopback)
    if (!fault) return new URL(text).href
    ctx.addIssue({ code: 'custom', message: fault })
    return z.NEVER
  })
  const fields = z.object({ requestKey: z.uuid().optional(), url, description: z.string().trim().max(200).default(''), ...boxes })
  return fields.transform((read, ctx): EndpointInput => {
    const facts = factNames.filter((fact) => read[fact] === 'on')
    if (facts.length === 0) ctx.addIssue({ code: 'custom', path: [factNames[0]], message: words.chooseOne })
    return { requestKey: read.requestKey, url: read.url, description: read.description, facts }
  })
}

/** What a person says of an endpoint. */
export interface EndpointInput {
  /** Becomes its id: the same form sent twice adds one. */
  requestKey?: string | undefined
  url: string
  description: string
  facts: FactName[]
}

function faultOfUrl(text: string, mayReachLoopback: boolean): string | null {
  const words = webhookPageWords()
  const url = URL.parse(text)
  if (!url) return words.wholeAddress
  if (url.username || url.password) return words.noPassword
  if (mayReachLoopback && isLoopbackName(url.hostname) && /^https?:$/.test(url.protocol)) return null
  if (url.protocol !== 'https:') return words.mustBeHttps
  return isLoopbackName(url.hostname) ? words.leadsHere : null
}
