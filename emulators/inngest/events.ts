import { z } from 'zod'
import { nextId } from '../core/ids.ts'
import type { Emulator } from './emulator.ts'
import type { InngestEvent, RegisteredFunction } from './state.ts'

const dayMs = 24 * 3600 * 1000
/** Inngest takes no time before 1980. */
const leastTs = Date.UTC(1980, 0, 1)

const eventSchema = z.strictObject({
  id: z.string().max(512).optional(),
  name: z.string().min(1).refine((name) => !name.startsWith('inngest/'), 'names under inngest/ are its own'),
  data: z.record(z.string(), z.unknown()).nullish().transform((data) => data ?? {}),
  ts: z.number().int().refine((ts) => ts >= leastTs, 'is before 1980').optional(),
  v: z.string().nullish().transform((v) => v ?? undefined),
  user: z.unknown().optional(),
  meta: z.unknown().optional(),
})

/** What may be sent: one event, or many. */
export const eventsSchema = z.union([z.array(eventSchema).min(1), eventSchema.transform((one) => [one])])

/**
 * Takes events: each starts every function that it triggers, at the event's own time when that lies ahead. An id that
 * came within the last day is taken and starts nothing.
 * @returns the ids
 */
export function takeEvents(emulator: Emulator, sent: z.output<typeof eventsSchema>): string[] {
  return sent.map(({ id, ts, ...rest }) => {
    const nowMs = emulator.clock.nowMs()
    const event: InngestEvent = { ...rest, id: id ?? nextId(emulator.state.ids, '01', 24), ts: ts ?? Math.round(nowMs) }
    const seenMs = emulator.state.seen.get(event.id)
    const isRepeat = seenMs !== undefined && nowMs - seenMs < dayMs
    emulator.state.events.push({ event, receivedMs: nowMs, isRepeat })
    if (isRepeat) return event.id

    emulator.state.seen.set(event.id, nowMs)
    for (const fn of emulator.state.functions.values()) {
      if (fn.events.some(({ name, expression }) => name === event.name && !expression)) startRun(emulator, fn, event)
    }
    emulator.pump()
    return event.id
  })
}

/** Begins a run. Nothing is called before the event's time has come. */
export function startRun({ state, clock }: Emulator, fn: RegisteredFunction, event: InngestEvent): void {
  const id = nextId(state.ids, '01', 24)
  state.runs.set(id, { id, functionId: fn.id, event, status: 'scheduled', steps: {}, stack: [], open: [], calls: [], output: null, error: null })
  state.planned.push({ runId: id, step: null, attempt: 0, dueMs: Math.max(event.ts, clock.nowMs()) })
}
