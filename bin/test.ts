import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** One check of the suite: what it is called and what it runs. */
interface Check {
  name: string
  args: string[]
}

const modules = (path: string) => join('node_modules', path)
const isLong = process.argv.includes('--long')

const checks: Check[] = [
  { name: 'route types', args: [modules('@react-router/dev/bin.cjs'), 'typegen'] },
  { name: 'types', args: [modules('typescript/bin/tsc'), '--noEmit', '-p', '.'] },
  { name: isLong ? 'unit, database, isolation, long runs' : 'unit, database, isolation', args: [modules('vitest/vitest.mjs'), 'run'] },
]

const startedAt = Date.now()
for (const check of checks) {
  const before = Date.now()
  console.log(`\n→ ${check.name}`)
  const result = spawnSync(process.execPath, check.args, { stdio: 'inherit', env: { ...process.env, ...(isLong ? { COVE_LONG: '1' } : {}) } })
  if (result.status !== 0) {
    console.error(`✗ ${check.name} failed`)
    process.exit(result.status ?? 1)
  }
  console.log(`✓ ${check.name} (${((Date.now() - before) / 1000).toFixed(1)} s)`)
}
console.log(`\nEverything passed in ${((Date.now() - startedAt) / 1000).toFixed(0)} s`)
