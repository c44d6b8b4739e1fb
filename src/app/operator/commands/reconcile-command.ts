import { parseArgs } from 'node:util'
import { readRun, reconcile, sumDrift, type Outcome, type ReconcileCtx, type Run } from '#modules/operations/index.ts'
import { printDrift } from './print-drift.ts'
import { progressLine } from './progress-line.ts'

/** What the shell is told: nothing is left to do, differences are left, the walk broke off, another one is at work. */
const exitCodes = { well: 0, drift: 1, failed: 2, busy: 3 }

interface Screen {
  say(line: string): void
  signal: AbortSignal
}

/**
 * `cove reconcile [--apply] [--end-many] [--show 20]`: compares everything with the identity provider, and with
 * `--apply` brings what is here in line.
 *
 * @returns the exit code
 */
export async function reconcileCommand(ctx: ReconcileCtx, args: string[], screen: Screen): Promise<number> {
  const { values } = parseArgs({ args, options: { apply: { type: 'boolean' }, 'end-many': { type: 'boolean' }, show: { type: 'string', default: '20' } } })
  const isApplied = values.apply ?? false
  const outcome = await reconcile(ctx, { mode: 'full', isApplied, startedBy: 'command', mayEndMany: values['end-many'] ?? false }, { signal: screen.signal, say: progressLine(screen.say) })
  if (outcome.kind === 'nothing-to-walk' || outcome.kind === 'busy') return saySo(outcome, screen)

  const open = await printDrift(ctx, outcome.run.id, Math.max(0, Number(values.show) || 0), screen.say)
  if (outcome.kind !== 'done') return brokenOff(outcome.run, screen)
  if (open === 0) screen.say('\nHere and there agree.')
  else screen.say(isApplied ? `\n${open.toLocaleString('en')} are left. Held back ones are ended by --end-many, once you have looked at them.` : `\n${open.toLocaleString('en')} differ. To heal them: npm run cove -- reconcile --apply`)
  return open === 0 ? exitCodes.well : exitCodes.drift
}

/**
 * `cove backfill`: the first import of everybody and everything from the identity provider. Stopped or killed, it goes
 * on where it was when it is called again.
 *
 * @returns the exit code
 */
export async function backfillCommand(ctx: ReconcileCtx, args: string[], screen: Screen): Promise<number> {
  parseArgs({ args, options: {} })
  const startedMs = performance.now()
  const outcome = await reconcile(ctx, { mode: 'backfill', isApplied: true, startedBy: 'command' }, { signal: screen.signal, say: progressLine(screen.say) })
  if (outcome.kind === 'nothing-to-walk' || outcome.kind === 'busy') return saySo(outcome, screen)
  if (outcome.kind !== 'done') return brokenOff(outcome.run, screen)

  const { run } = outcome
  const seconds = Math.max(1, Math.round((performance.now() - startedMs) / 1000))
  screen.say(`\n${run.written.toLocaleString('en')} written in ${seconds.toLocaleString('en')} s with ${run.callsSent.toLocaleString('en')} calls.`)
  // What was written one by one counts as written; only what could not be is worth a line.
  const { drift } = await readRun(ctx, run.id, { filter: { standing: null, kind: null, isOpen: true }, limit: 1 })
  const open = sumDrift(drift) - sumDrift(drift, { state: 'healed' })
  if (open > 0) await printDrift(ctx, run.id, 20, screen.say)
  screen.say('\nWhat came meanwhile is compared by: npm run cove -- reconcile')
  return open === 0 ? exitCodes.well : exitCodes.drift
}

function saySo(outcome: Extract<Outcome, { kind: 'nothing-to-walk' | 'busy' }>, { say }: Screen): number {
  if (outcome.kind === 'nothing-to-walk') {
    say('There is nothing to walk: people sign in by the built-in accounts, which live in this database. Set the keys of Clerk to compare with it.')
    return exitCodes.well
  }
  say('Another walk is at work. See /operator/reconcile, and come back when it is over.')
  return exitCodes.busy
}

function brokenOff(run: Run, { say }: Screen): number {
  say(`\nThe walk broke off while at ${run.phase}: ${run.fault ?? 'it was stopped'}. Nothing was ended by it. The same command goes on from there.`)
  return exitCodes.failed
}
