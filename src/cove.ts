import { readConfig } from '#platform/config/config.ts'
import { operatorCommand } from './app/operator/commands/operator-command.ts'
import { backfillCommand, reconcileCommand } from './app/operator/commands/reconcile-command.ts'
import { seedDemo } from './app/operator/seed/seed-demo.ts'
import { wire } from './wiring.ts'

// The operator's commands that need the whole application; `bin/cove.ts` calls them.
const [command, ...args] = process.argv.slice(2)
const app = wire(readConfig())
const stop = new AbortController()
const screen = { say: (line: string) => console.log(line), signal: stop.signal }
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort(new Error(`stopped by ${name}`)))

const commands: Record<string, () => Promise<number>> = {
  async seed() {
    await seedDemo(app, { onlyIfEmpty: args.includes('--if-empty'), say: screen.say })
    return 0
  },
  reconcile: () => reconcileCommand(app.systemCtx, args, screen),
  backfill: () => backfillCommand(app.systemCtx, args, screen),
  operator: () => operatorCommand(app.systemCtx, args, screen),
}
try {
  const run = commands[command ?? '']
  if (!run) throw new Error(`unknown command ${command}`)
  process.exitCode = await run()
} catch (fault) {
  console.error(fault)
  process.exitCode = 1
} finally {
  await app.close()
}
