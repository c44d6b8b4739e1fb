import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startS3Emulator, type S3Emulator } from '../../../emulators/s3/start-s3-emulator.ts'
import { clearAbandonedUploads, removeFileBytes, signFileLink } from '#modules/files/index.ts'
import { buildMembership, buildSchool, buildUser, type BuiltSchool } from '../../../tests/support/builders.ts'
import { testBaseDomain, testConfig } from '../../../tests/support/test-app.ts'
import { useTestDatabase } from '../../../tests/support/test-database.ts'
import { wire, type App } from '../../wiring.ts'
import { answerFault } from '../http/answer-fault.ts'
import { contentSecurityPolicy } from '../http/security-headers.ts'
import { fileHost } from './files.ts'
import { uploadsApi } from './uploads.ts'

const database = useTestDatabase()
const folder = mkdtempSync(join(tmpdir(), 'coursecove-direct-'))
const clip = Buffer.concat([Buffer.from('1a45dfa3a3428681014287810142f2810442f381084282847765626d', 'hex'), Buffer.alloc(17 * 1024 ** 2, 7)])
let [store, school]: [S3Emulator | null, BuiltSchool | null] = [null, null]
const apps: App[] = []
beforeAll(async () => {
  store = await startS3Emulator({ port: 0, directory: join(folder, 'store'), bucket: 'direct', origins: ['*'] })
  school = await buildSchool(database(), `di-${v7().slice(-6)}`)
})
afterAll(async () => {
  await Promise.all(apps.map((app) => app.close()))
  await store?.close()
  rmSync(folder, { recursive: true, force: true })
})

const here = () => { if (!school) throw new Error('no school'); return school }
const s3 = () => ({ S3_BUCKET: 'direct', S3_ENDPOINT: store?.url ?? '', S3_ACCESS_KEY_ID: 'S3RVER', S3_SECRET_ACCESS_KEY: 'S3RVER' })

/** The API of an installation; who is signed in is identity's to test, and here a header says it. */
function open(settings: Record<string, string> = s3()): { app: App; web: Hono } {
  const wired = wire(testConfig(database(), { DATA_DIR: join(folder, 'data'), ...settings }))
  apps.push(wired)
  const app: App = { ...wired, identity: { ...wired.identity, findViewer: async (headers) => { const userId = headers.get('x-test-user'); return userId ? { userId, name: 'N', email: null, isOperator: false } : null } } }
  const web = new Hono()
  web.onError(answerFault)
  web.use('*', fileHost(app))
  web.route('/api/uploads', uploadsApi(app))
  return { app, web }
}

interface Told { id: string; pieceBytes: number; receivedBytes: number; missing: { number: number; url: string }[]; mediaType: string; fileId: string }

async function ask(web: Hono, method: string, path: string, { as = here().ownerId, at = here().slug, body }: { as?: string | null; at?: string; body?: object } = {}) {
  const host = `${at}.${testBaseDomain}`
  const answer = await web.request(`http://${host}/api/uploads${path}`, { method, headers: { host, origin: `http://${host}`, ...(as ? { 'x-test-user': as } : {}), 'content-type': 'application/json' }, ...(body ? { body: JSON.stringify(body) } : {}) })
  const read = (await answer.json().catch(() => ({}))) as { data?: Told; title?: string; detail?: string }
  return { status: answer.status, data: read.data as Told, ...read }
}

const facts = { name: 'Lição 1.webm', purpose: 'video', sizeBytes: clip.length, durationSeconds: 12.5 }
const begin = async (web: Hono, change: object = {}) => (await ask(web, 'POST', '/direct', { body: { ...facts, ...change } })).data.id
const rowOf = async (id: string) => (await database().superuser.query('select * from files where id = $1', [id])).rows[0] as { status: string; storage_key: string; refusal: string; store_upload_id: string | null }
const underWay = () => readdirSync(join(folder, 'store', 'direct'), { recursive: true }).filter((name) => /uploads\/[0-9a-f]{32}$/.test(String(name)))

async function sendMissing(web: Hono, id: string, bytes: Buffer<ArrayBuffer>, atMost = Infinity): Promise<void> {
  const { missing, pieceBytes } = (await ask(web, 'GET', `/direct/${id}/pieces`)).data
  for (const { number, url } of missing.slice(0, atMost)) {
    expect((await fetch(url, { method: 'PUT', body: bytes.subarray((number - 1) * pieceBytes, number * pieceBytes) })).status).toBe(200)
  }
}

describe('/api/uploads/direct', () => {
  it('201, 200: takes a file past the program; asking again is how to go on, also at another process', async () => {
    const { web } = open()
    const id = await begin(web)
    await sendMissing(web, id, clip, 1)
    const half = await ask(web, 'GET', `/direct/${id}/pieces`)
    expect(half.data).toMatchObject({ receivedBytes: 16 * 1024 ** 2, missing: [{ number: 2 }] })
    expect(await ask(web, 'POST', `/direct/${id}/completion`)).toMatchObject({ status: 409, title: 'upload-incomplete' })

    const { app, web: another } = open()
    await sendMissing(another, id, clip)
    expect((await ask(another, 'GET', `/direct/${id}/pieces`)).data.missing).toEqual([])
    for (const _ of [1, 2]) expect(await ask(another, 'POST', `/direct/${id}/completion`)).toMatchObject({ status: 200, data: { fileId: id, mediaType: 'video/webm', sizeBytes: clip.length, durationSeconds: 12.5 } })
    expect(await rowOf(id)).toMatchObject({ status: 'ready', storage_key: `${here().organizationId}/${id}.webm`, store_upload_id: null })

    const jobs = (await database().superuser.query(`select payload from graphile_worker._private_jobs where key = $1`, [`bytes:${id}`])).rows as { payload: unknown }[]
    expect(await app.storage.find(`${here().organizationId}/${id}`)).not.toBeNull()
    await removeFileBytes(app, jobs[0]?.payload)
    expect(await app.storage.find(`${here().organizationId}/${id}`)).toBeNull()
    expect(await app.storage.find(`${here().organizationId}/${id}.webm`)).toMatchObject({ sizeBytes: clip.length })
  })

  it('200: comes to its end when the process died at any step of it', async () => {
    const { app, web } = open()
    const id = await begin(web)
    await sendMissing(web, id, clip)
    const { storage_key: key, store_upload_id: upload } = await rowOf(id)
    await app.storage.direct?.join(key, upload ?? '')
    expect((await ask(web, 'GET', `/direct/${id}/pieces`)).data).toMatchObject({ missing: [], receivedBytes: clip.length })
    await app.storage.copy(key, `${key}.webm`)
    expect((await ask(web, 'POST', `/direct/${id}/completion`)).status).toBe(200)
    expect((await rowOf(id)).status).toBe('ready')
  })

  it('two that begin at once share one upload', async () => {
    const { web } = open()
    const id = await begin(web)
    await Promise.all([1, 2, 3].map(() => ask(web, 'GET', `/direct/${id}/pieces`)))
    await sendMissing(web, id, clip)
    expect((await ask(web, 'POST', `/direct/${id}/completion`)).status).toBe(200)
    expect(underWay()).toEqual([])
  })

  it('422: refuses what lies about what it is or how large, and keeps nothing of it', async () => {
    const { app, web } = open()
    const page = Buffer.from('<!doctype html><script>alert(1)</script>')
    const id = await begin(web, { sizeBytes: page.length })
    await sendMissing(web, id, page)
    expect(await ask(web, 'POST', `/direct/${id}/completion`)).toMatchObject({ status: 422, detail: expect.stringContaining('not a video') as string })
    expect(await rowOf(id)).toMatchObject({ status: 'refused', store_upload_id: null })
    expect(await app.storage.find(`${here().organizationId}/${id}`)).toBeNull()

    const short = await begin(web, { sizeBytes: 100 })
    await sendMissing(web, short, clip.subarray(0, 60))
    expect((await ask(web, 'POST', `/direct/${short}/completion`)).status).toBe(409)
    expect((await ask(web, 'POST', '/direct', { body: { ...facts, purpose: 'virus' } })).status).toBe(422)
    expect((await ask(web, 'POST', '/direct', { body: { ...facts, sizeBytes: 3 * 1024 ** 3 } })).status).toBe(413)
  })

  it('401, 403, 404: for strangers, students, pages elsewhere, and another school', async () => {
    const { web } = open()
    const student = await buildUser(database(), 'Student')
    await buildMembership(database(), here().organizationId, student, 'student')
    const rival = await buildSchool(database(), `rv-${v7().slice(-6)}`)
    const id = await begin(web)
    expect((await ask(web, 'POST', '/direct', { as: null, body: facts })).status).toBe(401)
    expect((await ask(web, 'POST', '/direct', { as: student, body: facts })).status).toBe(403)
    for (const [method, path] of [['GET', `/direct/${id}/pieces`], ['POST', `/direct/${id}/completion`]] as const) {
      expect((await ask(web, method, path, { as: student })).status).toBe(403)
      expect((await ask(web, method, path, { as: rival.ownerId, at: rival.slug })).status).toBe(404)
      expect((await ask(web, method, path, { as: rival.ownerId })).status).toBe(404)
    }
    const host = `${here().slug}.${testBaseDomain}`
    expect((await web.request(`http://${host}/api/uploads/direct`, { method: 'POST', headers: { host, origin: 'http://elsewhere.example', 'x-test-user': here().ownerId } })).status).toBe(403)
  })

  it('404: where files are kept in the data folder, there is no such way', async () => {
    const { web } = open({})
    expect((await ask(web, 'POST', '/direct', { body: facts })).status).toBe(404)
  })
})

describe('broken uploads', () => {
  it('that are cancelled, or that nobody continued for a day, leave nothing at the store', async () => {
    const { app, web } = open()
    const [cancelled, abandoned] = [await begin(web), await begin(web)]
    for (const id of [cancelled, abandoned]) await sendMissing(web, id, clip, 1)
    expect((await ask(web, 'DELETE', `/${cancelled}`)).status).toBe(204)
    expect((await ask(web, 'GET', `/direct/${cancelled}/pieces`)).status).toBe(404)
    await database().superuser.query(`alter table files disable trigger set_updated_at; update files set updated_at = now() - interval '25 hours' where id = '${abandoned}'; alter table files enable trigger set_updated_at`)
    const uploads = underWay().length
    expect(await clearAbandonedUploads(app.systemCtx)).toBe(1)
    expect(underWay()).toHaveLength(uploads - 1)
  })
})

describe('the host of files', () => {
  const get = async (web: Hono, app: App, id: string) => {
    const link = new URL(signFileLink({ config: app.config, organizationId: here().organizationId, fileId: id, storageKey: (await rowOf(id)).storage_key, expiresInSeconds: 60 }))
    return web.request(link.href, { headers: { host: link.host, range: 'bytes=4-7' } })
  }

  it('302: leads to the store by a link of its own, which pages may follow; or 206: reads it for them, by setting', async () => {
    const { app, web } = open()
    const id = await begin(web)
    await sendMissing(web, id, clip)
    await ask(web, 'POST', `/direct/${id}/completion`)
    const led = await get(web, app, id)
    expect(led.status).toBe(302)
    const at = await fetch(led.headers.get('location') ?? '', { headers: { range: 'bytes=4-7' } })
    expect([at.status, at.headers.get('content-type'), at.headers.get('content-disposition')]).toEqual([206, 'video/webm', 'inline'])
    expect(Buffer.from(await at.arrayBuffer())).toEqual(clip.subarray(4, 8))
    const directives = (config: App['config']) => Object.fromEntries(contentSecurityPolicy(config, 'x').split('; ').map((line) => [line.split(' ')[0], line]))
    for (const name of ['media-src', 'img-src', 'frame-src', 'connect-src']) expect(directives(app.config)[name]).toContain(` ${store?.url}`)
    expect(directives(app.config)['script-src']).not.toContain(store?.url)

    const through = open({ ...s3(), S3_SERVE: 'through' })
    const read = await get(through.web, through.app, id)
    expect([read.status, read.headers.get('content-security-policy'), read.headers.get('x-content-type-options')]).toEqual([206, `sandbox; default-src 'none'`, 'nosniff'])
    expect(Buffer.from(await read.arrayBuffer())).toEqual(clip.subarray(4, 8))
    expect(directives(through.app.config)['connect-src']).toContain(` ${store?.url}`)
    expect(directives(through.app.config)['media-src']).not.toContain(store?.url)
  })
})
