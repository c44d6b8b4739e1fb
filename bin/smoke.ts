import { parseArgs } from 'node:util'
import { readEnvFiles } from '../src/platform/config/read-env-files.ts'
import { smokeClerk } from './parts/smoke-clerk.ts'
import { smokeInngest } from './parts/smoke-inngest.ts'
import { smokeS3 } from './parts/smoke-s3.ts'
import { printSmoke } from './parts/smoke-table.ts'

const usage = `npm run smoke -- clerk [--write [--live]] [--wait <port> [--seconds <n>]]
npm run smoke -- inngest [--write] [--wait <port> [--origin <address>] [--seconds <n>]]
npm run smoke -- s3 [--origin <address>]

  Asks the real provider, with the keys of the environment, whether everything that CourseCove needs of it works.

  clerk
  --write   makes a test person, a session and a token, changes the person, and deletes them again
  --live    says that --write may do so with sk_live_ keys
  --wait    listens on 127.0.0.1:<port> for one webhook at /api/webhooks/clerk, for --seconds (300)
  CLERK_API_URL leads to another address that speaks Clerk's protocol, such as the emulator.

  inngest
  --write   sends one event that no function listens to, and looks whether the signing key finds it
  --wait    listens on 127.0.0.1:<port> for one call at /api/inngest, for --seconds (300); registers the app coursecove-smoke
  --origin  how Inngest reaches that port, such as the address of a tunnel
  INNGEST_BASE_URL leads to another address that speaks Inngest's protocol, such as the emulator.

  s3
  writes three small objects, reads them, and removes them again
  --origin  the address of a school's pages: asks whether the bucket's rules let them send`

readEnvFiles()
const options = { write: { type: 'boolean', default: false }, live: { type: 'boolean', default: false }, wait: { type: 'string' }, seconds: { type: 'string', default: '300' }, origin: { type: 'string' } } as const
try {
  const { values, positionals } = parseArgs({ options, allowPositionals: true })
  const { write, live, wait, seconds, origin } = values
  const waits = { isWriting: write, waitPort: wait === undefined ? null : Number(wait), waitSeconds: Number(seconds) }
  const providers: Record<string, () => ReturnType<typeof smokeClerk>> = {
    clerk: () => smokeClerk(process.env, { ...waits, isLiveMeant: live }, console.log),
    s3: () => smokeS3(process.env, { origin }, console.log),
    inngest: () => smokeInngest(process.env, { ...waits, origin }, console.log),
  }
  const smoke = providers[positionals[0] ?? '']
  if (!smoke || positionals.length !== 1) throw new Error(usage)

  process.exitCode = printSmoke(await smoke(), console.log) ? 0 : 1
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault)
  process.exitCode = 1
}
