import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from 'vitest'
import type { InngestEmulator } from '../../emulators/inngest/start-inngest-emulator.ts'
import { startS3Emulator, type S3Emulator } from '../../emulators/s3/start-s3-emulator.ts'
import { signFileLink } from '../../src/modules/files/index.ts'
import { wire } from '../../src/wiring.ts'
import { countCompletions } from '../faults/count-completions.ts'
import { useFaultGround } from '../faults/harness.ts'
import { waitFor } from '../faults/programs.ts'
import { expectInTheEnd, sold } from '../faults/purchase-books.ts'
import { buy, openShop } from '../faults/purchase-shop.ts'
import { neutralEvent, sendUntilTaken } from '../faults/send-webhook.ts'
import { askServer, signInByForm } from '../isolation/built-server.ts'
import { askPagesForOthers } from '../isolation/pages-for-others.ts'
import { buildTwoSchools } from '../isolation/two-schools.ts'
import { buildSchool } from '../support/builders.ts'
import { inngestKeys, startInngest } from '../support/inngest-world.ts'
import { testConfig } from '../support/test-app.ts'
import { useTestDatabase } from '../support/test-database.ts'
import { startFunctionHost, type FunctionHost } from './function-host.ts'

const isLong = process.env.COVE_LONG === '1'
if (!isLong) console.log('NOT RUN: the packaged function on a host that kills it every 50 requests; npm run test:long runs it')

const database = useTestDatabase()
const ground = useFaultGround(() => database().source)
const folder = mkdtempSync(join(tmpdir(), 'coursecove-function-'))
const output = '.vercel/output'
const cronSecret = 'the clock of this host'

describe.runIf(isLong)('the packaged function, killed every 50 requests', () => {
  let [host, inngest, store]: [FunctionHost | null, InngestEmulator | null, S3Emulator | null] = [null, null, null]
  let clock: NodeJS.Timeout | undefined
  const here = () => { if (!host) throw new Error('there is no host'); return host }

  beforeAll(() => {
    const built = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', 'bin/build.ts', '--function'], { encoding: 'utf8' })
    expect(built.stderr + built.stdout).toMatch(/one function of \d+ files/)
  }, 240_000)
  beforeEach(async () => {
    inngest = await startInngest()
    store = await startS3Emulator({ port: 0, directory: join(folder, v7()), bucket: 'function', origins: ['*'] })
    const { port } = new URL(ground().webhookUrl('stripe'))
    const env = {
      ...ground().environment, ...inngestKeys, INNGEST_BASE_URL: inngest.url, CRON_SECRET: cronSecret, DATA_DIR: '/nowhere/to/write',
      S3_BUCKET: 'function', S3_ENDPOINT: store.url, S3_ACCESS_KEY_ID: store.keys.accessKeyId, S3_SECRET_ACCESS_KEY: store.keys.secretAccessKey,
    }
    host = await startFunctionHost({ output, port: Number(port), env, requestsEach: 50 })
    // The first start takes its time on a busy machine.
    await fetch(`${host.url}/api/cron`)
    const synced = await inngest.sync(`${host.url}/api/inngest`)
    expect(synced).toMatchObject({ status: 200 })
    clock = setInterval(() => void fetch(`${here().url}/api/cron`, { headers: { authorization: `Bearer ${cronSecret}` } }).catch(() => {}), 2000)
  }, 120_000)
  afterEach(async () => {
    clearInterval(clock)
    await host?.close()
    await inngest?.close()
    await store?.close()
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('has its clock and its files named for the host, and answers its clock alone', async () => {
    expect(JSON.parse(readFileSync(join(output, 'config.json'), 'utf8'))).toMatchObject({ version: 3, crons: [{ path: '/api/cron', schedule: '* * * * *' }] })
    expect((await fetch(`${here().url}/api/cron`)).status).toBe(401)
    expect((await fetch(`${here().url}/api/cron`, { headers: { authorization: 'Bearer another' } })).status).toBe(401)
    expect(await (await fetch(`${here().url}/api/cron`, { headers: { authorization: `Bearer ${cronSecret}` } })).json()).toEqual({ data: { isDone: true } })
    await waitFor(async () => (await fetch(`${here().url}/api/health`)).status === 200)
  })

  it('200 events, some of them often: each takes effect exactly once', async () => {
    const completions = await countCompletions(database())
    await database().superuser.query('delete from test_completions')
    const ids = Array.from({ length: 200 }, () => `evt_${v7()}`)
    const deliveries = [...ids, ...ids.slice(0, 60)]
    const queue = deliveries.entries()
    await Promise.all(Array.from({ length: 6 }, async () => {
      for (const [, id] of queue) await sendUntilTaken(ground().webhookUrl('stripe'), { body: neutralEvent(id), secret: ground().secrets.platform }, 100)
    }))
    const open = async () => (await database().superuser.query(`select event_id from webhook_events where status <> 'completed'`)).rows
    await waitFor(async () => (await open()).length === 0, 150_000, () => here().output().slice(-3000))
    const counts = await completions()
    expect(ids.map((id) => counts[id])).toEqual(ids.map(() => 1))
    expect(here().starts()).toBeGreaterThanOrEqual(5)
    console.log(`storm: ${deliveries.length} deliveries of 200 events to a function, ${here().starts()} processes`)
  })

  it('five courses are bought, paid and opened, the receipts with them', async () => {
    const stripe = await ground().startStripe({ STRIPE_EMULATOR_RETRY_SECONDS: '0.5,1,1,2,2,4,4,4,4,4' })
    const shop = await openShop(database(), stripe, here())
    const rows = async (text: string, values?: unknown[]) => (await database().superuser.query(text, values)).rows as Record<string, unknown>[]
    const buyers = Array.from({ length: 5 }, (_, index) => `buyer-${index}@test.example`)
    for (const buyer of buyers) await buy(here(), shop, buyer)
    const all = { stripe, web: here(), worker: here(), shop, rows, describe: () => here().output().slice(-3000) }
    await expectInTheEnd(all as never, Object.fromEntries(buyers.map((buyer) => [buyer, sold])))
    console.log(`faults: ${buyers.length} purchases by a function, ${here().starts()} processes`)
  })

  it('a file goes past it into the store, and comes back by its link', async () => {
    const port = Number(new URL(here().url).port)
    const domain = `coursecove.localhost:${port}`
    const app = wire(testConfig(database(), { BASE_DOMAIN: domain }))
    const school = await buildSchool(database(), `fn-${v7().slice(-8)}`)
    const { cookie } = await signInByForm(database(), app, port, { [school.organizationId]: 'owner' }).finally(() => app.close())
    const clip = Buffer.concat([Buffer.from('1a45dfa3a3428681014287810142f2810442f381084282847765626d', 'hex'), Buffer.alloc(2_000_000, 7)])
    const ask = async <Data>(method: string, path: string, body?: object) => {
      const answer = await askServer(port, { host: domain, path: `/s/${school.slug}/api/uploads/direct${path}`, method, cookie, ...(body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}) })
      return ((await answer.json()) as { data: Data }).data
    }
    const { id } = await ask<{ id: string }>('POST', '', { name: 'clip.webm', purpose: 'video', sizeBytes: clip.length, durationSeconds: null })
    for (const { url } of (await ask<{ missing: { url: string }[] }>('GET', `/${id}/pieces`)).missing) expect((await fetch(url, { method: 'PUT', body: clip })).status).toBe(200)
    expect(await ask('POST', `/${id}/completion`)).toMatchObject({ mediaType: 'video/webm', sizeBytes: clip.length })

    const link = new URL(signFileLink({ config: { ...app.config }, organizationId: school.organizationId, fileId: id, storageKey: `${school.organizationId}/${id}.webm`, expiresInSeconds: 60 }))
    const led = await askServer(port, { host: link.host, path: link.pathname })
    expect(led.status).toBe(302)
    expect(Buffer.from(await (await fetch(led.headers.get('location') ?? '')).arrayBuffer()).equals(clip)).toBe(true)
  })

  // After the storm and the purchases: its rows stand for work that nobody can finish, and those wait until all is done.
  it('keeps the schools apart: every page and every form, asked with the ids of another school', { timeout: 900_000 }, async () => {
    // Nobody is called by the queue meanwhile: what is told and looked at again by itself changes rows of the other school.
    clearInterval(clock)
    await inngest?.close()
    inngest = null
    const world = await buildTwoSchools(database())
    const app = wire(testConfig(database()))
    const { asked, faults } = await askPagesForOthers(database(), app, world, Number(new URL(here().url).port)).finally(() => app.close())
    console.log(`isolation: ${asked} questions to the pages of a function with another school's ids and with nobody's, ${here().starts()} processes, ${faults.length} faults`)
    expect(asked).toBeGreaterThan(400)
    expect(here().starts()).toBeGreaterThan(15)
    expect(faults).toEqual([])
  })

  it('without a queue and a store outside it does not start, and says so', () => {
    const run = spawnSync(process.execPath, ['tests/hosted/run-function.mjs', join(output, 'functions/index.func/build/server/function.js')], { env: ground().environment, encoding: 'utf8' })
    expect(run.status).not.toBe(0)
    expect(run.stderr).toMatch(/INNGEST_EVENT_KEY: is missing[^]*S3_BUCKET: is missing/)
  })
})
