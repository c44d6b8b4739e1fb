import { createHmac } from 'node:crypto'
import { request, type Agent } from 'node:http'
import { svixSignature } from '../../emulators/clerk/signature.ts'

/** What a sender sees: a status, or that the line broke before there was one. */
export type Answer = number | 'broken'

/** A webhook of Stripe's, signed now. */
export interface SentWebhook {
  body: string
  secret: string
}

/** An event of a type that nobody handles: its whole effect is its completion. */
export function neutralEvent(id: string): string {
  return JSON.stringify({ id, object: 'event', type: 'plan.created', created: Math.floor(Date.now() / 1000), data: { object: { id: `plan_${id}`, object: 'plan' } } })
}

/** Sends once. */
export function sendWebhook(url: string, { body, secret }: SentWebhook): Promise<Answer> {
  const time = Math.floor(Date.now() / 1000)
  const signature = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')
  return postOnce(url, body, { 'stripe-signature': `t=${time},v1=${signature}` }, { timeoutMs: 10_000 })
}

/**
 * Posts JSON and waits for the status.
 *
 * @param options without an agent each call has a line of its own
 */
export function postOnce(url: string, body: string, headers: Record<string, string>, options: { timeoutMs: number; agent?: Agent }): Promise<Answer> {
  return new Promise((done) => {
    const sent = request(url, { method: 'POST', agent: options.agent ?? false, headers: { 'content-type': 'application/json', ...headers } }, (answer) => {
      answer.resume()
      answer.once('end', () => done(answer.statusCode ?? 'broken'))
      answer.once('error', () => done('broken'))
    })
    sent.setTimeout(options.timeoutMs, () => sent.destroy())
    sent.once('error', () => done('broken'))
    sent.end(body)
  })
}

/** Sends an event of Clerk's once, signed now as Svix does. */
export function sendAsClerk(url: string, event: { id: string; body: string }, secret: string, agent?: Agent): Promise<Answer> {
  const at = Math.floor(Date.now() / 1000)
  const headers = { 'svix-id': event.id, 'svix-timestamp': String(at), 'svix-signature': svixSignature({ ...event, at }, [secret]) }
  return postOnce(url, event.body, headers, { timeoutMs: 15_000, ...(agent ? { agent } : {}) })
}

/** Sends until it is taken, as every payment provider does. Returns what it saw on the way. */
export async function sendUntilTaken(url: string, webhook: SentWebhook, pauseMs = 200): Promise<Answer[]> {
  const answers: Answer[] = []
  while (answers.at(-1) !== 200) {
    if (answers.length > 0) await new Promise((done) => setTimeout(done, pauseMs))
    if (answers.length > 300) throw new Error(`never taken: ${answers.slice(-10).join(', ')}`)
    answers.push(await sendWebhook(url, webhook))
  }
  return answers
}
