import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

/** One check: what it is called, what it runs, and where it says how much it examined. */
interface Check {
  name: string
  args: string[]
  /** Finds the number of things examined in the output; a check that examined nothing fails. */
  examined?: RegExp
  /** Programs that are no Node scripts. */
  program?: string
  env?: Record<string, string>
}

const isLong = process.argv.includes('--long')
const only = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const bin = (path: string) => join('node_modules', path)
const migrations = readdirSync('db/migrations').filter((name) => name.endsWith('.sql')).map((name) => join('db/migrations', name))
const jscpdIgnored = '**/node_modules/**,**/build/**,**/.react-router/**,**/docs/**,src/platform/db/schema.ts,db/seeds/**'

const checks: Check[] = [
  { name: 'route types', args: [bin('@react-router/dev/bin.cjs'), 'typegen'] },
  { name: 'types', args: [bin('typescript/bin/tsc'), '--noEmit', '-p', '.', '--extendedDiagnostics'], examined: /^Files:\s+(\d+)/m },
  { name: 'type coverage', args: [bin('type-coverage/bin/type-coverage'), '-p', '.', '--at-least', '99.5', '--ignore-files', '**/*.test.ts', '--ignore-files', '**/*.test.tsx', '--ignore-files', 'tests/**'], examined: /\/ (\d+)\)/ },
  { name: 'lint', args: ['bin/parts/lint.ts'], examined: /(\d+) files linted/ },
  { name: 'borders', args: [bin('dependency-cruiser/bin/dependency-cruiser.mjs'), 'src', 'emulators', '--config', '.dependency-cruiser.cjs'], examined: /\((\d+) modules/ },
  { name: 'words', args: ['bin/parts/words.ts'], examined: /(\d+) words in/ },
  { name: 'nothing unused', args: [bin('knip/bin/knip.js')] },
  { name: 'repetition', args: [bin('jscpd/bin/jscpd'), '.', '--min-lines', '8', '--threshold', '2', '--reporters', 'console', '--format', 'typescript,tsx', '--ignore', jscpdIgnored], examined: /Total:?\s*│\s*(\d+)/ },
  { name: 'migrations', program: 'node_modules/.bin/squawk', args: migrations, examined: /checked (\d+) source files?|(\d+) files? 🎉/ },
  { name: isLong ? 'unit, database, isolation, faults, long runs' : 'unit, database, isolation, faults', args: [bin('vitest/vitest.mjs'), 'run'], examined: /Tests .*?(\d+) passed/, env: isLong ? { COVE_LONG: '1' } : {} },
  { name: 'journeys', args: [bin('@playwright/test/cli.js'), 'test'], examined: /(\d+) passed/ },
]

const startedAt = Date.now()
for (const check of checks) {
  if (only.length === 0 || only.some((word) => check.name.includes(word))) run(check)
}
console.log(`\nEverything passed in ${((Date.now() - startedAt) / 1000).toFixed(0)} s`)

function run(check: Check): void {
  const before = Date.now()
  console.log(`\n→ ${check.name}`)
  const result = spawnSync(check.program ?? process.execPath, check.args, { encoding: 'utf8', env: { ...process.env, ...check.env, FORCE_COLOR: '0' }, maxBuffer: 64 * 1024 ** 2, stdio: ['ignore', 'pipe', 'pipe'] })
  // Some tools colour what they say wherever they say it.
  const output = stripVTControlCharacters(`${result.stdout}${result.stderr}`)
  const found = check.examined?.exec(output)
  const examined = found ? (found[1] ?? found[2]) : undefined
  const isEmpty = check.examined !== undefined && !(Number(examined) > 0)
  if (result.status !== 0 || isEmpty) {
    console.error(output)
    console.error(isEmpty && result.status === 0 ? `✗ ${check.name}: nothing was examined` : `✗ ${check.name} failed`)
    process.exit(result.status || 1)
  }
  for (const line of output.split('\n').filter((text) => /^(isolation|schema dump|storm|NOT RUN|faults|routes|edge|error pages|journey):/i.test(text.trim()))) console.log(`  ${line.trim()}`)
  console.log(`✓ ${check.name}${examined ? `: ${examined} examined` : ''} (${((Date.now() - before) / 1000).toFixed(1)} s)`)
  if (check.name === 'journeys' || check.name.startsWith('unit')) console.log(`${examined} passed, 0 failed`)
}
