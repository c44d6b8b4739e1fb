import { spawn } from 'node:child_process'
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
  // What takes longest comes first: two run at a time, and none is left over at the end.
  { name: 'lint', args: ['bin/parts/lint.ts'], examined: /(\d+) files linted/ },
  { name: 'type coverage', args: [bin('type-coverage/bin/type-coverage'), '-p', '.', '--at-least', '99.5', '--ignore-files', '**/*.test.ts', '--ignore-files', '**/*.test.tsx', '--ignore-files', 'tests/**'], examined: /\/ (\d+)\)/ },
  { name: 'types', args: [bin('typescript/bin/tsc'), '--noEmit', '-p', '.', '--extendedDiagnostics'], examined: /^Files:\s+(\d+)/m },
  { name: 'repetition', args: [bin('jscpd/bin/jscpd'), '.', '--min-lines', '8', '--threshold', '2', '--reporters', 'console', '--format', 'typescript,tsx', '--ignore', jscpdIgnored], examined: /Total:?\s*│\s*(\d+)/ },
  { name: 'nothing unused', args: [bin('knip/bin/knip.js')] },
  { name: 'borders', args: [bin('dependency-cruiser/bin/dependency-cruiser.mjs'), 'src', 'emulators', '--config', '.dependency-cruiser.cjs'], examined: /\((\d+) modules/ },
  { name: 'words', args: ['bin/parts/words.ts'], examined: /(\d+) words in/ },
  { name: 'migrations', program: 'node_modules/.bin/squawk', args: migrations, examined: /checked (\d+) source files?|(\d+) files? 🎉/ },
  { name: isLong ? 'unit, database, isolation, faults, long runs' : 'unit, database, isolation, faults', args: [bin('vitest/vitest.mjs'), 'run'], examined: /Tests .*?(\d+) passed/, env: isLong ? { COVE_LONG: '1' } : {} },
  { name: 'journeys', args: [bin('@playwright/test/cli.js'), 'test'], examined: /(\d+) passed/ },
]

const startedAt = Date.now()
const chosen = checks.filter(({ name }) => only.length === 0 || only.some((word) => name.includes(word)))
// What only reads runs two at a time; what starts servers and browsers has the machine to itself.
const [first, ...rest] = chosen
if (first) await run(first)
const reading = rest.filter((check) => !isWhole(check))
await Promise.all([0, 1].map(async () => {
  for (let check = reading.shift(); check; check = reading.shift()) await run(check)
}))
for (const check of rest.filter(isWhole)) await run(check)
console.log(`\nEverything passed in ${((Date.now() - startedAt) / 1000).toFixed(0)} s`)

function isWhole({ name }: Check): boolean {
  return name === 'journeys' || name.startsWith('unit')
}

async function run(check: Check): Promise<void> {
  const before = Date.now()
  console.log(`→ ${check.name}`)
  const { status, output } = await outputOf(check)
  const found = check.examined?.exec(output)
  const examined = found ? (found[1] ?? found[2]) : undefined
  const isEmpty = check.examined !== undefined && !(Number(examined) > 0)
  if (status !== 0 || isEmpty) {
    console.error(output)
    console.error(isEmpty && status === 0 ? `✗ ${check.name}: nothing was examined` : `✗ ${check.name} failed`)
    process.exit(status || 1)
  }
  for (const line of output.split('\n').filter((text) => /^(isolation|schema dump|storm|NOT RUN|faults|routes|edge|error pages|journey):/i.test(text.trim()))) console.log(`  ${line.trim()}`)
  console.log(`✓ ${check.name}${examined ? `: ${examined} examined` : ''} (${((Date.now() - before) / 1000).toFixed(1)} s)`)
  if (isWhole(check)) console.log(`${examined} passed, 0 failed`)
}

function outputOf(check: Check): Promise<{ status: number; output: string }> {
  return new Promise((done, fail) => {
    const child = spawn(check.program ?? process.execPath, check.args, { env: { ...process.env, ...check.env, FORCE_COLOR: '0' }, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text))
    child.once('error', fail)
    // Some tools colour what they say wherever they say it.
    child.once('close', (status) => done({ status: status ?? 1, output: stripVTControlCharacters(output) }))
  })
}
