import type { IncomingHttpHeaders } from 'node:http'
import type { Clock } from './clock.ts'
import type { Faults } from './faults.ts'
import { takeWebhookFault } from './faults.ts'
import type { Pool } from './pool.ts'
import { createPool } from './pool.ts'
import type { PostOutcome } from './post-to-target.ts'
import { postToTarget } from './post-to-target.ts'

/** One event on its way to one target. Saved, so that a restart goes on where it stopped. */
export type Delivery = {
  id: string
  eventId: string
  eventType: string
  targetId: string
  targetUrl: string
  status: 'pending' | 'held' | 'succeeded' | 'failed' | 'dropped'
  attempts: Attempt[]
  /** When the next try is due, in seconds on the emulator's clock; null when there is none. */
  nextAttemptAt: number | null
  createdAt: number
}
export type Attempt = { at: number; status: number | null; error: string | null; note: string | null }
export type Signing = { ageSeconds: number; isForged: boolean }

/** What the engine needs from the provider that uses it. */
export type DeliveryPort = {
  clock: Clock
  /** Seconds between tries: the first number follows the first failure. */
  retrySeconds: readonly number[]
  timeoutMs: number
  /** At most so many tries at once, in no order at all; without it, one after the other in lanes. */
  concurrency?: number
  /** Whether the answer to a failed try asks for no further one. */
  isAborted?: (headers: IncomingHttpHeaders) => boolean
  deliveries: () => Delivery[]
  faults: () => Faults
  newId: () => string
  /** The body and signed headers as of now; null when target or event is gone. */
  compose: (delivery: Delivery, signing: Signing) => { body: string; headers: Record<string, string> } | null
  changed: () => void
}

export type DeliveryEngine = {
  /** Puts one event on its way to one target. */
  enqueue(eventId: string, eventType: string, target: Target): void
  /** Sends one more copy at once and waits for its first try. */
  sendNow(eventId: string, eventType: string, target: Target): Promise<Delivery>
  /** Sends whatever is due. */
  pump(): void
  /** Waits until no try is under way. */
  settled(): Promise<void>
  /** Stops sending; what is pending stays pending. */
  stop(): Promise<void>
}

/** A lane waits this long for a receiver before it sends the next event beside it. */
const PATIENCE_MS = 250
/** Between so many and twice as many are kept, and whatever has not ended. */
const KEPT_DELIVERIES = 1000

/** What runs at the moment. */
type Running = {
  port: DeliveryPort
  /** The end of each target's queue. */
  lanes: Map<string, Promise<void>>
  /** Deliveries that wait in a queue or are being tried. */
  underWay: Map<string, Promise<void>>
  /** Who may try at once, when it is a number rather than lanes. */
  pool: Pool | null
  timer: NodeJS.Timeout | null
  /** What the timer waits for, in seconds on the emulator's clock. */
  timerAt: number
  isPumpSet: boolean
  isStopped: boolean
}
type Target = { id: string; url: string }

/**
 * Delivers webhooks: in order while receivers are quick, each retried on its schedule.
 * A 2xx answer is success; everything else, redirects too, is a failure.
 */
export function createDeliveries(port: DeliveryPort): DeliveryEngine {
  const pool = port.concurrency ? createPool(port.concurrency) : null
  const running: Running = { port, lanes: new Map(), underWay: new Map(), pool, timer: null, timerAt: 0, isPumpSet: false, isStopped: false }
  port.clock.onAdvance(() => pump(running))

  return {
    enqueue(eventId, eventType, target) {
      addWithFaults(port, eventType, () => add(port, eventId, eventType, target))
      // The answer to the call that caused the event goes out first, as with the real provider.
      pumpSoon(running)
    },
    async sendNow(eventId, eventType, target) {
      const delivery = add(port, eventId, eventType, target)
      await attempt(running, delivery)
      return delivery
    },
    pump: () => pump(running),
    settled: () => settled(running),
    async stop() {
      running.isStopped = true
      if (running.timer) clearTimeout(running.timer)
      await Promise.race([settled(running), wait(2000)])
    },
  }
}

function add(port: DeliveryPort, eventId: string, eventType: string, target: Target): Delivery {
  const delivery: Delivery = {
    id: port.newId(), eventId, eventType, targetId: target.id, targetUrl: target.url,
    status: 'pending', attempts: [], nextAttemptAt: port.clock.now(), createdAt: port.clock.now(),
  }
  const all = port.deliveries()
  all.push(delivery)
  forgetOldest(all)
  port.changed()
  return delivery
}

/** However many events one call causes, they are looked through once. */
function pumpSoon(running: Running): void {
  if (running.isPumpSet) return
  running.isPumpSet = true
  setImmediate(() => {
    running.isPumpSet = false
    pump(running)
  })
}

function pump(running: Running): void {
  const { port, underWay } = running
  if (running.isStopped) return
  releaseHeld(port)
  for (const delivery of dueDeliveries(port)) {
    // Taken at once, so that a second pump does not send it again while it waits for its turn.
    if (!underWay.has(delivery.id)) underWay.set(delivery.id, queue(running, delivery))
  }
  schedule(running)
}

function queue(running: Running, delivery: Delivery): Promise<void> {
  const { lanes, pool, underWay } = running
  const take = (work: () => Promise<void>) => async () => {
    if (running.isStopped || delivery.status !== 'pending') return void underWay.delete(delivery.id)
    await work()
  }
  if (pool) return pool(take(() => attempt(running, delivery)))
  const before = lanes.get(delivery.targetId) ?? Promise.resolve()
  const lane = before.then(take(() => Promise.race([attempt(running, delivery), wait(PATIENCE_MS)])))
  lanes.set(delivery.targetId, lane)
  return lane
}

function attempt(running: Running, delivery: Delivery): Promise<void> {
  const trying = tryOnce(running.port, delivery).finally(() => {
    running.underWay.delete(delivery.id)
    // The others have their timer; only this one can ask for an earlier one. Nobody looks through all.
    if (delivery.status === 'pending' && delivery.nextAttemptAt !== null) arm(running, delivery.nextAttemptAt)
  })
  running.underWay.set(delivery.id, trying)
  return trying
}

function schedule(running: Running): void {
  if (running.timer) clearTimeout(running.timer)
  running.timer = null
  const next = nextDue(running.port, running.underWay)
  if (next !== null) arm(running, next)
}

function arm(running: Running, at: number): void {
  if (running.isStopped || (running.timer && running.timerAt <= at)) return
  if (running.timer) clearTimeout(running.timer)
  const waitMs = Math.max(0, at * 1000 - running.port.clock.nowMs())
  running.timerAt = at
  running.timer = setTimeout(() => {
    running.timer = null
    pump(running)
  }, Math.min(waitMs, 60_000))
  running.timer.unref()
}

async function settled(running: Running): Promise<void> {
  do {
    // What was caused a moment ago is not on its way yet.
    if (running.isPumpSet) await new Promise((resolve) => setImmediate(resolve))
    await Promise.all([...running.lanes.values(), ...running.underWay.values()])
  } while (running.underWay.size > 0 || (running.isPumpSet && !running.isStopped))
}

function addWithFaults(port: DeliveryPort, eventType: string, add: () => Delivery): void {
  const first = add()
  const fault = takeWebhookFault(port.faults(), ['drop', 'duplicate', 'reorder', 'delay'], eventType)
  if (!fault) return

  if (fault.kind === 'duplicate') for (let copies = 1; copies < fault.count; copies += 1) add()
  if (fault.kind === 'drop') Object.assign(first, { status: 'dropped', nextAttemptAt: null })
  if (fault.kind === 'delay') first.nextAttemptAt = port.clock.now() + (fault.seconds ?? 5)
  if (fault.kind === 'reorder') {
    Object.assign(first, { status: 'held', nextAttemptAt: port.clock.now() + (fault.seconds ?? 2) })
    const held = port.deliveries().filter((one) => one.status === 'held' && one.targetId === first.targetId)
    if (held.length >= fault.count) release(port, held)
  }
}

/** What was held for a reordering that never filled up goes out when its patience ends. */
function releaseHeld(port: DeliveryPort) {
  const now = port.clock.now()
  const late = port.deliveries().filter((one) => one.status === 'held' && (one.nextAttemptAt ?? 0) <= now)
  if (late.length > 0) release(port, late)
}

function release(port: DeliveryPort, held: Delivery[]) {
  const all = port.deliveries()
  for (const delivery of held) all.splice(all.indexOf(delivery), 1)
  for (const delivery of held.reverse()) {
    delivery.status = 'pending'
    delivery.nextAttemptAt = port.clock.now()
    all.push(delivery)
  }
  port.changed()
}

function dueDeliveries(port: DeliveryPort): Delivery[] {
  const now = port.clock.now()
  return port.deliveries().filter((one) => one.status === 'pending' && (one.nextAttemptAt ?? Infinity) <= now)
}

function nextDue(port: DeliveryPort, underWay: Map<string, unknown>): number | null {
  let next: number | null = null
  for (const one of port.deliveries()) {
    if (one.nextAttemptAt === null || underWay.has(one.id)) continue
    if (one.status !== 'pending' && one.status !== 'held') continue
    if (next === null || one.nextAttemptAt < next) next = one.nextAttemptAt
  }
  return next
}

async function tryOnce(port: DeliveryPort, delivery: Delivery): Promise<void> {
  const fault = takeWebhookFault(port.faults(), ['fail', 'stale_signature', 'bad_signature'], delivery.eventType)
  const composed = port.compose(delivery, {
    ageSeconds: fault?.kind === 'stale_signature' ? (fault.seconds ?? 600) : 0,
    isForged: fault?.kind === 'bad_signature',
  })
  const at = port.clock.now()
  if (!composed) {
    delivery.attempts.push({ at, status: null, error: 'The target or the event is gone.', note: null })
    Object.assign(delivery, { status: 'failed', nextAttemptAt: null })
    return port.changed()
  }

  const outcome: PostOutcome = fault?.kind === 'fail'
    ? { status: null, error: 'lost on the way (fault switch)', headers: null }
    : await postToTarget(delivery.targetUrl, composed.body, composed.headers, port.timeoutMs)
  settle(port, delivery, outcome, { at, note: fault?.kind ?? null })
}

function settle(port: DeliveryPort, delivery: Delivery, outcome: PostOutcome, tried: { at: number; note: string | null }) {
  const { status, error, headers } = outcome
  const isDelivered = status !== null && status >= 200 && status < 300
  const isAborted = !isDelivered && headers !== null && (port.isAborted?.(headers) ?? false)
  delivery.attempts.push({ at: tried.at, status, error, note: isAborted ? 'aborted by the receiver' : tried.note })
  const pause = isAborted ? undefined : port.retrySeconds[delivery.attempts.length - 1]
  if (isDelivered) Object.assign(delivery, { status: 'succeeded', nextAttemptAt: null })
  else if (pause === undefined) Object.assign(delivery, { status: 'failed', nextAttemptAt: null })
  else delivery.nextAttemptAt = port.clock.now() + pause
  port.changed()
}

/** Forgets in heaps: looking for one to forget at each new one would cost a burst its square. */
function forgetOldest(all: Delivery[]) {
  if (all.length < 2 * KEPT_DELIVERIES || all.length % KEPT_DELIVERIES !== 0) return
  let surplus = all.length - KEPT_DELIVERIES
  const kept = all.filter((one) => {
    const isForgotten = surplus > 0 && one.status !== 'pending' && one.status !== 'held'
    if (isForgotten) surplus -= 1
    return !isForgotten
  })
  all.length = 0
  for (const one of kept) all.push(one)
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
