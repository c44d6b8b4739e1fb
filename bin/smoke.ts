import { parseArgs } from 'node:util'
import { readEnvFiles } from '../src/platform/config/read-env-files.ts'
import { smokeClerk } from './parts/smoke-clerk.ts'
import { printSmoke } from './parts/smoke-table.ts'

const usage = `npm run smoke -- clerk [--write [--live]] [--wait <port> [--seconds <n>]]

  Asks the real Clerk, with the keys of the environment, whether everything that CourseCove needs of it works.
  --write   makes a test person, a session and a token, changes the person, and deletes them again
  --live    says that --write may do so with sk_live_ keys
  --wait    listens on 127.0.0.1:<port> for one webhook at /api/webhooks/clerk, for --seconds (300)
  CLERK_API_URL leads to another address that speaks Clerk's protocol, such as the emulator.`

readEnvFiles()
const options = { write: { type: 'boolean', default: false }, live: { type: 'boolean', default: false }, wait: { type: 'string' }, seconds: { type: 'string', default: '300' } } as const
try {
  const { values, positionals } = parseArgs({ options, allowPositionals: true })
  if (positionals[0] !== 'clerk' || positionals.length !== 1) throw new Error(usage)

  const { write, live, wait, seconds } = values
  const rows = await smokeClerk(process.env, { isWriting: write, isLiveMeant: live, waitPort: wait === undefined ? null : Number(wait), waitSeconds: Number(seconds) }, console.log)
  process.exitCode = printSmoke(rows, console.log) ? 0 : 1
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault)
  process.exitCode = 1
}
