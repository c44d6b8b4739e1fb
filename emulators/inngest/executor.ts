import { takeWebhookFault } from '../core/faults.ts'
import { nextId } from '../core/ids.ts'
import { createPool } from '../core/pool.ts'
import { callFunction, type Answer } from './call-function.ts'
import { isCronMinute } from './cron.ts'
import type { Emulator } from './emulator.ts'
import { startRun } from './events.ts'
import { hearAnswer, type Made } from './hear-answer.ts'
import { canonicalJson, sign } from './signature.ts'
import type { PlannedCall, Run } from './state.ts'

export type Executor = {
  pump(): void
  /** Waits until no call is under way. */
  settled(): Promise<void>
  /** Makes no calls until it is started; what is under way comes to its end. */
  stop(): Promise<void>
  start(): void
}

const minuteMs = 60_000
const minutesAtOnce = 1500
const callsAtOnce = 16

/** Calls functions when their time has come, and goes on as they answer. */
export function createExecutor(emulator: Emulator): Executor {
  const pool = createPool(callsAtOnce)
  const underWay = new Set<Promise<void>>()
  let timer: NodeJS.Timeout | null = null
  let isStopped = false
  let minute = Math.floor(emulator.clock.nowMs() / minuteMs)
  emulator.clock.onAdvance(() => pump())

  function pump(): void {
    if (isStopped) return
    minute = startByClock(emulator, minute)
    for (const call of takeDue(emulator)) {
      const working = pool(() => (isStopped ? putBack(emulator, call) : makeCall(emulator, call))).finally(() => {
        underWay.delete(working)
        pump()
      })
      underWay.add(working)
    }
    if (timer) clearTimeout(timer)
    const nextMs = Math.min((minute + 1) * minuteMs, ...emulator.state.planned.map(({ dueMs }) => dueMs))
    timer = setTimeout(pump, Math.max(1, nextMs - emulator.clock.nowMs()))
    timer.unref()
  }
  const settled = async () => {
    while (underWay.size > 0) await Promise.race(underWay)
  }
  return {
    pump,
    settled,
    async stop() {
      isStopped = true
      if (timer) clearTimeout(timer)
      await settled()
    },
    start() {
      isStopped = false
      pump()
    },
  }
}

/** Every minute that has passed starts the functions whose crontab names it. */
function startByClock(emulator: Emulator, done: number): number {
  const now = Math.floor(emulator.clock.nowMs() / minuteMs)
  for (let minute = Math.max(done + 1, now - minutesAtOnce); minute <= now; minute += 1) {
    for (const fn of emulator.state.functions.values()) {
      for (const cron of fn.crons.filter((line) => isCronMinute(line, new Date(minute * minuteMs)))) {
        startRun(emulator, fn, { id: nextId(emulator.state.ids, '01', 24), name: 'inngest/scheduled.timer', data: { cron }, ts: minute * minuteMs })
      }
    }
  }
  return now
}

function takeDue({ state, clock }: Emulator): PlannedCall[] {
  const nowMs = clock.nowMs()
  const due = state.planned.filter((call) => call.dueMs <= nowMs)
  state.planned = state.planned.filter((call) => call.dueMs > nowMs)
  return due
}

async function putBack(emulator: Emulator, call: PlannedCall): Promise<void> {
  emulator.state.planned.push(call)
}

async function makeCall(emulator: Emulator, call: PlannedCall): Promise<void> {
  const { state, settings } = emulator
  const run = state.runs.get(call.runId)
  const fn = run && state.functions.get(run.functionId)
  if (!run || run.status === 'failed' || run.status === 'completed') return
  if (!fn) return void (run.status = 'lost')

  run.status = 'running'
  wake(run, call)
  const made: Made = { fn, run, call }
  const fault = takeWebhookFault(state.faults, ['drop', 'fail', 'duplicate', 'delay', 'stale_signature', 'bad_signature'], fn.id)
  if (fault?.kind === 'drop') return void (run.status = 'lost')
  if (fault?.kind === 'fail') return hearAnswer(emulator, made, { status: null, error: 'lost on the way (fault switch)' })
  if (fault?.kind === 'delay') return void state.planned.push({ ...call, dueMs: emulator.clock.nowMs() + (fault.seconds ?? 5) * 1000 })

  const ask = () => callFunction('POST', addressOf(fn.url, call), signed(emulator, made, fault?.kind), settings.callTimeoutMs)
  const answers: Answer[] = await Promise.all(Array.from({ length: fault?.kind === 'duplicate' ? fault.count : 1 }, ask))
  const [answer] = answers
  if (answer) hearAnswer(emulator, made, answer)
}

/** A sleep that is over counts as a step that is done. */
function wake(run: Run, { wakes }: PlannedCall): void {
  if (!wakes || run.steps[wakes]) return
  run.steps[wakes] = { type: 'data', data: null }
  run.stack.push(wakes)
}

function addressOf(registered: string, { step }: PlannedCall): string {
  const url = new URL(registered)
  url.searchParams.set('stepId', step ?? 'step')
  return url.href
}

/** One call, its body in the form that is signed. */
function signed({ settings, clock }: Emulator, { fn, run, call }: Made, fault?: string): { body: string; headers: Record<string, string> } {
  const body = canonicalJson({
    event: run.event,
    events: [run.event],
    steps: run.steps,
    ctx: {
      run_id: run.id, attempt: call.attempt, max_attempts: fn.retries + 1, disable_immediate_execution: call.step === null && run.open.length > 0, use_api: false,
      stack: { stack: run.stack, current: run.stack.length },
    },
    version: 2,
    use_api: false,
  })
  const headers: Record<string, string> = { 'x-run-id': run.id, 'x-inngest-server-kind': settings.signingKey ? 'cloud' : 'dev' }
  if (!settings.signingKey) return { body, headers }

  const machineSeconds = Math.floor(clock.nowMs() / 1000 - clock.offsetSeconds())
  const key = fault === 'bad_signature' ? 'deadbeef' : settings.signingKey
  return { body, headers: { ...headers, 'x-inngest-signature': sign(body, key, machineSeconds - (fault === 'stale_signature' ? 600 : 0)) } }
}
