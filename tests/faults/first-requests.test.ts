import { get } from 'node:http'
import { afterEach, expect, it, vi } from 'vitest'
import { freePort } from '../../src/platform/db/free-port.ts'
import { makeDataDir } from '../support/make-data-dir.ts'
import { useTestDatabase } from '../support/test-database.ts'
import { buildOnce } from './build-once.ts'
import { atClerk } from './clerk-storm/at-clerk.ts'
import { startProgram, waitFor, type Program } from './programs.ts'
import { postOnce, sendAsClerk, type Answer } from './send-webhook.ts'

const database = useTestDatabase()
const secret = `whsec_${Buffer.from('of the first requests').toString('base64')}`
const programs: Program[] = []
vi.setConfig({ testTimeout: 180_000 })
afterEach(async () => {
  await Promise.all(programs.map((program) => program.kill()))
})

async function start(...given: Parameters<typeof startProgram>): Promise<Program> {
  const program = await startProgram(...given)
  programs.push(program)
  return program
}

/** Two web processes and a worker on one database, and Clerk, which sends no webhooks by itself. */
async function startInstallation() {
  await buildOnce()
  const ports = [await freePort(), await freePort()]
  const unlimited = { CLERK_EMULATOR_RATE_LIMIT: '0', CLERK_EMULATOR_USER_RATE_LIMIT: '0' }
  const clerk = await atClerk(await start('clerk', 'emulators/clerk/main.ts', { PATH: process.env.PATH, PORT: '0', ...unlimited }, /listening on/), String(ports[0]))
  const { databaseUrl, appSecret } = database().source
  const env = { PATH: process.env.PATH, NODE_ENV: 'production', DATA_DIR: makeDataDir('coursecove-first-'), DATABASE_URL: databaseUrl, APP_SECRET: appSecret, CLERK_WEBHOOK_SIGNING_SECRET: secret, ...clerk.settings }
  await start('worker', 'build/server/worker.js', env, /worker is running/)
  await Promise.all(ports.map((port, index) => start(`web ${index + 1}`, 'build/server/server.js', { ...env, PORT: String(port) }, /web is listening/)))
  return { clerk, webs: ports.map((port) => `http://127.0.0.1:${port}`) }
}

/** The person's own page, by their cookie. */
function openAccount(url: string, host: string, token: string): Promise<Answer> {
  return new Promise((done) => {
    get(`${url}/account`, { headers: { host, cookie: `__session=${token}` }, agent: false }, (answer) => {
      answer.resume().once('end', () => done(answer.statusCode ?? 'broken'))
    }).once('error', () => done('broken'))
  })
}

it('two hundred first requests of one new person at two web processes, pages and syncs, make one user and no error, with the webhook in the middle', async () => {
  const { clerk, webs } = await startInstallation()
  const person = await clerk.signUp('Mei')
  const token = await clerk.signIn(person)
  const event = await clerk.lastEvent('user.created')
  const url = (index: number) => webs[index % webs.length] ?? ''
  const swarm = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      index % 4 < 2 ? openAccount(url(index), clerk.baseDomain, token) : postOnce(`${url(index)}/api/users/sync`, '', { authorization: `Bearer ${token}` }, { timeoutMs: 60_000 }),
    )

  const asked = swarm(100)
  const told = webs.map((web) => sendAsClerk(`${web}/api/webhooks/clerk`, event, secret))
  asked.push(...swarm(100))
  expect(await Promise.all(told)).toEqual([200, 200])
  expect(new Set(await Promise.all(asked))).toEqual(new Set([200]))

  const { rows } = await database().superuser.query('select i.subject, u.name, u.deleted_at from users u left join user_identities i on i.user_id = u.id')
  expect(rows).toEqual([{ subject: person, name: 'Mei', deleted_at: null }])
  // With so many at the person's door the webhook may find no time within its half second; then the queue does it.
  const events = async () => (await database().superuser.query('select event_id, status, deliveries from webhook_events')).rows
  await waitFor(async () => (await events()).every(({ status }) => status === 'completed'))
  expect(await events()).toEqual([{ event_id: event.id, status: 'completed', deliveries: 2 }])
})
