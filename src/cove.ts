import { readConfig } from '#platform/config/config.ts'
import { seedDemo } from './app/operator/seed/seed-demo.ts'
import { wire } from './wiring.ts'

// The operator's commands that need the whole application; `bin/cove.ts` calls them.
const [command, ...args] = process.argv.slice(2)
const app = wire(readConfig())
try {
  if (command !== 'seed') throw new Error(`unknown command ${command}`)
  await seedDemo(app, { onlyIfEmpty: args.includes('--if-empty'), say: (step) => console.log(step) })
} catch (fault) {
  console.error(fault)
  process.exitCode = 1
} finally {
  await app.close()
}
