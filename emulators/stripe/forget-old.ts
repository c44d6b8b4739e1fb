import type { Emulator } from './emulator.ts'

const KEPT_EVENTS = 1000
const ANSWER_SECONDS = 24 * 3600

/** Lets go of old events and idempotent answers, so that the state file stays small. */
export function forgetOld(emulator: Emulator): void {
  const { events, answers, deliveries } = emulator.state
  const ids = Object.keys(events)
  if (ids.length > KEPT_EVENTS) {
    const needed = new Set(deliveries.flatMap((one) => (one.nextAttemptAt === null ? [] : [one.eventId])))
    for (const id of ids.slice(0, ids.length - KEPT_EVENTS)) if (!needed.has(id)) delete events[id]
  }
  const oldest = emulator.clock.now() - ANSWER_SECONDS
  for (const [key, answer] of Object.entries(answers)) {
    // They are in order of time, so the first young one ends the search.
    if (answer.at >= oldest) break
    delete answers[key]
  }
}
