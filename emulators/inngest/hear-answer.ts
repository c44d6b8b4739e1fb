import { z } from 'zod'
import type { Answer } from './call-function.ts'
import type { Emulator } from './emulator.ts'
import type { PlannedCall, RegisteredFunction, Run } from './state.ts'

const opSchema = z.object({ id: z.string().min(1), op: z.string(), name: z.string().nullish(), data: z.unknown().optional(), error: z.unknown().optional() })
type Op = z.output<typeof opSchema>

/** What one call was about. */
export type Made = { fn: RegisteredFunction; run: Run; call: PlannedCall }

/** Goes on with a run as its answer says: it is over, it has steps to make, or it failed and is tried again. */
export function hearAnswer(emulator: Emulator, made: Made, answer: Answer): void {
  const { run, call } = made
  const note = answer.status === null ? answer.error : null
  run.calls.push({ at: emulator.clock.nowMs(), step: call.step, attempt: call.attempt, status: answer.status, note })
  // Of parallel calls the first that ends the run counts.
  if (run.status === 'completed' || run.status === 'failed') return
  if (answer.status === null) return tryAgain(emulator, made, answer.error, null)
  // An answer of a proxy in between says nothing of the function.
  if (!answer.headers['x-inngest-sdk']) return tryAgain(emulator, made, `status ${answer.status}, not by the SDK`, null)

  if (answer.status === 200) {
    run.status = 'completed'
    run.output = parse(answer.body)
  } else if (answer.status === 206) {
    hearOps(emulator, made, answer)
  } else if (answer.headers['x-inngest-no-retry'] === 'true') {
    fail(run, parse(answer.body))
  } else {
    tryAgain(emulator, made, parse(answer.body), retryAt(answer.headers['retry-after'], emulator.clock.nowMs()))
  }
}

function hearOps(emulator: Emulator, made: Made, answer: Exclude<Answer, { status: null }>): void {
  const ops = z.array(opSchema).min(1).safeParse(parse(answer.body))
  if (!ops.success) return fail(made.run, `206 without steps: ${z.prettifyError(ops.error)}`)
  for (const op of ops.data) hearOp(emulator, made, op, retryAt(answer.headers['retry-after'], emulator.clock.nowMs()))
}

function hearOp(emulator: Emulator, made: Made, op: Op, againMs: number | null): void {
  const { run } = made
  switch (op.op) {
    case 'StepRun':
      return memoize(emulator, run, op.id, { type: 'data', data: op.data ?? null })
    case 'StepFailed':
      return memoize(emulator, run, op.id, { type: 'error', error: op.error })
    case 'StepError':
      // After its last try a step's fault is the function's to handle.
      if (made.call.attempt >= made.fn.retries) return memoize(emulator, run, op.id, { type: 'error', error: op.error })
      return plan(emulator, { ...made.call, step: op.id, attempt: made.call.attempt + 1, dueMs: againMs ?? dueAgain(emulator, made.call.attempt) })
    case 'StepPlanned':
      // One that is on its way already was only found again.
      if (run.open.includes(op.id) || run.steps[op.id]) return
      run.open.push(op.id)
      return plan(emulator, { runId: run.id, step: op.id, attempt: 0, dueMs: emulator.clock.nowMs() })
    case 'Sleep':
      return plan(emulator, { runId: run.id, step: null, attempt: 0, dueMs: sleepEnd(op.name ?? '', emulator.clock.nowMs()), wakes: op.id })
    default:
      return fail(run, `the emulator does not cover steps of the kind ${op.op}`)
  }
}

/** The function is called again with what the step came to. */
function memoize(emulator: Emulator, run: Run, id: string, result: Run['steps'][string]): void {
  run.open = run.open.filter((one) => one !== id)
  if (run.steps[id]) return
  run.steps[id] = result
  run.stack.push(id)
  plan(emulator, { runId: run.id, step: null, attempt: 0, dueMs: emulator.clock.nowMs() })
}

function tryAgain(emulator: Emulator, { fn, run, call }: Made, error: unknown, againMs: number | null): void {
  run.error = error
  if (call.attempt >= fn.retries) return fail(run, error)
  plan(emulator, { ...call, attempt: call.attempt + 1, dueMs: againMs ?? dueAgain(emulator, call.attempt) })
}

function fail(run: Run, error: unknown): void {
  run.status = 'failed'
  run.error = error
}

function plan(emulator: Emulator, call: PlannedCall): void {
  emulator.state.planned.push(call)
}

function dueAgain({ clock, settings }: Emulator, attempt: number): number {
  const { retrySeconds } = settings
  return clock.nowMs() + (retrySeconds[Math.min(attempt, retrySeconds.length - 1)] ?? 0) * 1000
}

/** Retry-After as the SDK writes it: seconds, or a time. */
function retryAt(header: string | undefined, nowMs: number): number | null {
  if (!header) return null
  return /^\d+$/.test(header) ? nowMs + Number(header) * 1000 : new Date(header).getTime()
}

/** The end of a sleep: a time, or a duration such as `2h30m10s`. */
function sleepEnd(name: string, nowMs: number): number {
  if (/^\d{4}-/.test(name)) return new Date(name).getTime()
  const units: Record<string, number> = { w: 604_800, d: 86_400, h: 3600, m: 60, s: 1 }
  const seconds = [...name.matchAll(/(\d+)([wdhms])/g)].reduce((sum, [, count, unit]) => sum + Number(count) * (units[unit ?? ''] ?? 0), 0)
  return nowMs + seconds * 1000
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body) as unknown
  } catch {
    return body
  }
}
