import { spawn, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../../src/platform/db/free-port.ts'
import { buildOnce } from '../faults/build-once.ts'
import { waitFor } from '../faults/programs.ts'
import { makeDataDir } from '../support/make-data-dir.ts'

// The example environments of the documents that CourseCove was made from, word for word: whoever copies one and
// changes nothing has an installation that runs, and is told what is off.

const folder = 'tests/examples'
const examples = readdirSync(folder).filter((name) => name.endsWith('.env'))
const dataDirs: string[] = []
beforeAll(buildOnce, 240_000)
afterAll(() => {
  for (const dataDir of dataDirs) rmSync(dataDir, { recursive: true, force: true })
})

it('there are examples', () => expect(examples).toHaveLength(3))

describe.each(examples)('%s', (name) => {
  const given = parseEnv(readFileSync(join(folder, name), 'utf8')) as Record<string, string>
  const expected = Object.keys(given).filter((setting) => /DATABASE_URL|CLERK_(SECRET|WEBHOOK)|PUBLISHABLE|SUPABASE/.test(setting))

  it('starts as it is, says what it does not use and what is so instead, and is well', { timeout: 180_000 }, async () => {
    const [dataDir, port, stripePort] = [makeDataDir('coursecove-example-'), await freePort(), await freePort()]
    dataDirs.push(dataDir)
    const env = { PATH: process.env.PATH, ...given, DATA_DIR: dataDir, PORT: String(port), STRIPE_EMULATOR_PORT: String(stripePort), DEMO: 'no' }
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'bin/start.ts'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text))
    const ended = new Promise<void>((done) => child.once('exit', () => done()))
    try {
      await waitFor(() => /Stop with Ctrl-C/.test(said) || child.exitCode !== null, 150_000, () => said)
      expect(child.exitCode, said).toBe(null)
      expect(said).toContain('! Not used, because an example left them so:')
      for (const setting of expected) expect(said).toMatch(new RegExp(`^ {4}${setting} +\\S`, 'm'))
      expect(said).toMatch(/DATABASE_URL +the embedded database/)
      expect(said).toMatch(/CLERK_SECRET_KEY +the built-in accounts/)
      for (const value of Object.values(given).filter((text) => text.length > 8)) expect(said).not.toContain(value)
      expect(await (await fetch(`http://127.0.0.1:${port}/api/health`)).json()).toMatchObject({ isWell: true, worker: 'well' })
      expect((await fetch(`http://127.0.0.1:${port}/api/webhooks/clerk`, { method: 'POST', body: '{}' })).status).toBe(503)

      const doctor = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', 'bin/cove.ts', 'doctor'], { env, encoding: 'utf8' })
      expect(doctor.stdout).toMatch(new RegExp(`examples +off +${expected[0]}`))
      expect(doctor.stdout).toMatch(/accounts +on +built in/)
      expect(doctor.stdout).toMatch(/jobs +on +run by the worker/)
      expect(doctor.stdout).toMatch(/, 0 wrong/)
      expect(doctor.status).toBe(0)
    } finally {
      child.kill('SIGTERM')
      await ended
    }
  })
})
