import { Agent } from 'node:http'
import { createClock } from '../../../emulators/core/clock.ts'
import { RETRY_SECONDS } from '../../../emulators/clerk/start-clerk-emulator.ts'
import { sendAsClerk } from '../send-webhook.ts'
import type { StormEvent } from './clerk-life.ts'

/** How a storm is sent. */
export interface Sending {
  url: string
  secret: string
  /** How many tries may be under way at once. */
  senders: number
  /** Real seconds for each second of the schedule: hours of pauses must fit into a test. */
  timeScale: number
  /** Hears how many deliveries were taken, after each. */
  onTaken?: (taken: number) => void
  /** Ends the storm before it is over. */
  signal?: AbortSignal
}

/** What the senders saw. */
export interface SendingReport {
  deliveries: number
  tries: number
  /** Answers that were no 2xx, by status. */
  refused: Record<number, number>
  /** Tries that broke off without an answer, or waited too long for one. */
  cut: number
  /** The `svix-id`s that were answered with 2xx, at least once. */
  acknowledged: Set<string>
  /** Deliveries that outlived the whole schedule without success. Svix gives them up, and sends them again from the beginning when its customer asks for it, as these senders do at the end. */
  givenUp: number
}

interface Pending {
  event: StormEvent
  body: string
  tries: number
  dueMs: number
}

const idleMs = 5
/** When there is nothing left but pauses, the schedule's clock is wound: each second of them takes about a quarter. */
const windPerSecond = 3

/**
 * Delivers a storm as Svix does: each delivery by itself, tried again on the published schedule until a 2xx, and
 * signed anew each time. What is due again goes before what is new.
 */
export async function sendAsSvix(deliveries: readonly StormEvent[], sending: Sending): Promise<SendingReport> {
  const report: SendingReport = { deliveries: deliveries.length, tries: 0, refused: {}, cut: 0, acknowledged: new Set(), givenUp: 0 }
  const queue = [...deliveries]
  const clock = createClock(() => performance.now())
  const agent = new Agent({ keepAlive: true, maxSockets: sending.senders })
  const again: Pending[] = []
  let [next, open] = [0, deliveries.length]

  const take = (): Pending | null => {
    const due = again[0]
    if (due && due.dueMs <= clock.nowMs()) return again.shift() ?? null
    const event = queue[next]
    if (!event) return null
    next += 1
    return { event, body: bodyOf(event), tries: 0, dueMs: 0 }
  }
  const settle = (delivery: Pending, isTaken: boolean) => {
    const pauseSeconds = RETRY_SECONDS[delivery.tries - 1]
    if (!isTaken && pauseSeconds !== undefined) return insertByTime(again, { ...delivery, dueMs: clock.nowMs() + pauseSeconds * sending.timeScale * 1000 })
    if (!isTaken) {
      report.givenUp += 1
      queue.push(delivery.event)
      return
    }
    report.acknowledged.add(delivery.event.id)
    open -= 1
    sending.onTaken?.(deliveries.length - open)
  }
  const sender = async () => {
    while (open > 0 && !sending.signal?.aborted) {
      const delivery = take()
      if (delivery) settle(delivery, await tryOnce(delivery, sending, agent, report))
      else {
        await new Promise((done) => setTimeout(done, idleMs))
        clock.advance((windPerSecond * idleMs) / 1000 / sending.senders)
      }
    }
  }
  await Promise.all(Array.from({ length: sending.senders }, sender))
  agent.destroy()
  return report
}

async function tryOnce(delivery: Pending, { url, secret }: Sending, agent: Agent, report: SendingReport): Promise<boolean> {
  const { event, body } = delivery
  const answer = await sendAsClerk(url, { id: event.id, body }, secret, agent)
  delivery.tries += 1
  report.tries += 1
  if (answer === 'broken') report.cut += 1
  else if (answer < 200 || answer > 299) report.refused[answer] = (report.refused[answer] ?? 0) + 1
  else return true
  return false
}

function bodyOf({ type, data, timestamp }: StormEvent): string {
  return JSON.stringify({ object: 'event', type, data, timestamp, instance_id: 'ins_storm' })
}

/** The list stays sorted; most that come in are the last to be due. */
function insertByTime(list: Pending[], one: Pending): void {
  let place = list.length
  while (place > 0 && (list[place - 1]?.dueMs ?? 0) > one.dueMs) place -= 1
  list.splice(place, 0, one)
}
