import type { StripeState } from './state.ts'

/** Events and kept answers never change, and they are most of the state: each is written out once. */
const written = new WeakMap<object, string>()

/** The state as JSON text. */
export function serialiseState(state: StripeState): string {
  const { events, answers, ...rest } = state
  return `${JSON.stringify(rest).slice(0, -1)},"events":${entries(events)},"answers":${entries(answers)}}`
}

function entries(rows: Record<string, object>): string {
  const parts = Object.entries(rows).map(([id, row]) => {
    const known = written.get(row) ?? JSON.stringify(row)
    written.set(row, known)
    return `${JSON.stringify(id)}:${known}`
  })
  return `{${parts.join(',')}}`
}
