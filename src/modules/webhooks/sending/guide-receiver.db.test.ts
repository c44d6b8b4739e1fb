import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it, vi } from 'vitest'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'
import { useWebhookWorld } from '../../../../tests/support/webhook-world.ts'
import { freePort } from '#platform/db/free-port.ts'
import { addEndpoint, readDelivery, sendAgain, sendTest } from '../index.ts'

const patience = { timeout: 30_000, interval: 50 }
const guide = 'docs/guides/outgoing-webhooks.md'
const database = useTestDatabase()
const world = useWebhookWorld(database)
// Beside the sources, so that the program finds the library as one that installed it would.
mkdirSync('.cache', { recursive: true })
const folder = mkdtempSync('.cache/guide-receiver-')
let program: ChildProcess | null = null
afterAll(() => {
  program?.kill()
  rmSync(folder, { recursive: true })
})

it('the guide’s receiver takes what is signed, each message once, and refuses all else', async () => {
  const [, source] = /```js\n([\s\S]*?)```/.exec(readFileSync(guide, 'utf8')) ?? []
  const file = join(folder, 'receiver.mjs')
  writeFileSync(file, source ?? '')
  const port = await freePort()
  const url = `http://127.0.0.1:${port}/`
  const school = await world().buildSeller('guided')
  const person = world().person(school)
  const { endpointId, secret } = await addEndpoint(person, world().input({ url }))
  program = spawn(process.execPath, [file], { env: { ...process.env, PORT: String(port), WEBHOOK_SECRET: secret ?? '' }, stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  program.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  await vi.waitFor(async () => expect((await fetch(url, { method: 'POST', body: '{}' })).status).toBe(400), patience)

  const deliveryId = await sendTest(person, endpointId)
  await world().work()
  await sendAgain(person, { endpointId, deliveryId })
  await world().work()
  const { tries } = await readDelivery(person, { endpointId, deliveryId })
  expect(tries.map(({ answerStatus }) => answerStatus)).toEqual([204, 204])
  await vi.waitFor(() => expect(said.match(/webhook\.test/g)).toHaveLength(1), patience)
}, 90_000)
