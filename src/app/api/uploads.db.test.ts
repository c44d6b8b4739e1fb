import { existsSync, readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve, type ServerType } from '@hono/node-server'
import { Hono } from 'hono'
import { Upload, type DetailedError, type UploadOptions } from 'tus-js-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { v7 } from 'uuid'
import { buildMembership, buildSchool, buildUser, type BuiltSchool } from '../../../tests/support/builders.ts'
import { testBaseDomain, testConfig } from '../../../tests/support/test-app.ts'
import { useTestDatabase } from '../../../tests/support/test-database.ts'
import { wire, type App } from '../../wiring.ts'
import { answerFault } from '../http/answer-fault.ts'
import { fileHost } from './files.ts'
import { uploadsApi } from './uploads.ts'

const database = useTestDatabase()
const limitBytes = 3_000_000
let [dataDir, port]: [string, number] = ['', 0]
let [app, server, school]: [App | null, ServerType | null, BuiltSchool | null] = [null, null, null]

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'coursecove-uploads-'))
  const wired = wire(testConfig(database(), { DATA_DIR: dataDir, UPLOAD_LIMIT_BYTES: String(limitBytes) }))
  // Who is signed in is identity's to test; here a header says it.
  app = { ...wired, identity: { ...wired.identity, findViewer: async (headers) => { const userId = headers.get('x-test-user'); return userId ? { userId, name: 'N', email: null, isOperator: false, language: null } : null } } }
  const web = new Hono()
  web.onError(answerFault)
  web.use('*', fileHost(app))
  const uploads = uploadsApi(app)
  web.route('/api/uploads', uploads)
  web.route('/s/:slug/api/uploads', uploads)
  server = serve({ fetch: web.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((done) => server?.once('listening', done))
  port = (server.address() as AddressInfo).port
  school = await buildSchool(database(), `up-${v7().slice(-6)}`)
})
afterAll(async () => {
  await new Promise((done) => server?.close(done))
  await app?.close()
  await rm(dataDir, { recursive: true, force: true })
})

const here = () => { if (!school) throw new Error('no school'); return school }
const hostOf = (slug: string) => `${slug}.${testBaseDomain}`
const clip = Buffer.concat([Buffer.from('1a45dfa3a3428681014287810142f2810442f381084282847765626d', 'hex'), Buffer.alloc(2_000_000, 7)])

function headersOf(slug: string, userId: string | null) {
  return { host: hostOf(slug), origin: `http://${hostOf(slug)}`, ...(userId ? { 'x-test-user': userId } : {}) }
}

/** Sends by the official client, as the browser does. */
function send(bytes: Buffer, options: Partial<UploadOptions> & { metadata: Record<string, string> }, who = headersOf(here().slug, here().ownerId), path = '/api/uploads'): Promise<string> {
  return new Promise((done, fail) => {
    const upload: Upload = new Upload(bytes, { endpoint: `http://127.0.0.1:${port}${path}`, headers: who, retryDelays: null, onError: fail, onSuccess: () => done(upload.url?.split('/').at(-1) ?? ''), ...options })
    upload.start()
  })
}

async function statusOf(attempt: Promise<unknown>): Promise<number> {
  const fault = await attempt.then(() => { throw new Error('it was taken') }, (reason: unknown) => reason as DetailedError)
  return fault.originalResponse?.getStatus() ?? 0
}

function ask(method: string, path: string, headers: Record<string, string>): Promise<{ status: number; headers: Record<string, unknown>; body: string }> {
  return new Promise((done, fail) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
      let body = ''
      answer.on('data', (piece: Buffer) => { body += piece.toString('latin1') })
      answer.on('end', () => done({ status: answer.statusCode ?? 0, headers: answer.headers, body }))
    })
    sent.on('error', fail)
    sent.end()
  })
}

const rowOf = async (id: string) => (await database().superuser.query('select * from files where id = $1', [id])).rows[0]
const video = { metadata: { filename: 'Lição 1.webm', purpose: 'video', durationSeconds: '12.5' } }

describe('POST and PATCH /api/uploads', () => {
  it('201, 204: takes a file whole, says what it is, and leaves nothing behind in the folder of uploads', async () => {
    const id = await send(clip, video)
    expect(await rowOf(id)).toMatchObject({ status: 'ready', name: 'Lição 1.webm', media_type: 'video/webm', size_bytes: clip.length, received_bytes: clip.length, organization_id: here().organizationId })
    expect(Number((await rowOf(id)).duration_seconds)).toBe(12.5)
    expect(existsSync(join(dataDir, 'files', (await rowOf(id)).storage_key))).toBe(true)
    expect(readdirSync(join(dataDir, 'uploads')).filter((name) => name.startsWith(id))).toEqual([])
    const told = await ask('GET', `/api/uploads/${id}`, headersOf(here().slug, here().ownerId))
    expect(JSON.parse(told.body)).toMatchObject({ data: { status: 'ready', mediaType: 'video/webm' } })
  })

  it('works under the path of a school as well', async () => {
    const who = { host: testBaseDomain, origin: `http://${testBaseDomain}`, 'x-test-user': here().ownerId }
    const id = await send(clip, video, who, `/s/${here().slug}/api/uploads`)
    expect((await rowOf(id)).status).toBe('ready')
  })

  it('goes on after an interruption where it was, byte for byte', async () => {
    const who = headersOf(here().slug, here().ownerId)
    const url = await new Promise<string>((done, fail) => {
      const upload: Upload = new Upload(clip, {
        endpoint: `http://127.0.0.1:${port}/api/uploads`, headers: who, retryDelays: null, chunkSize: 500_000, ...video, onError: fail,
        onChunkComplete: (_, sent) => { if (sent >= 1_000_000) void upload.abort().then(() => done(upload.url ?? '')) },
      })
      upload.start()
    })
    const id = url.split('/').at(-1) ?? ''
    const half = await ask('HEAD', `/api/uploads/${id}`, { ...who, 'tus-resumable': '1.0.0' })
    expect(Number(half.headers['upload-offset'])).toBeGreaterThanOrEqual(1_000_000)
    expect((await rowOf(id)).status).toBe('uploading')

    await send(clip, { ...video, endpoint: null, uploadUrl: url })
    const { createHash } = await import('node:crypto')
    expect(await rowOf(id)).toMatchObject({ status: 'ready', sha256: createHash('sha256').update(clip).digest('hex') })
    const after = await ask('HEAD', `/api/uploads/${id}`, { ...who, 'tus-resumable': '1.0.0' })
    expect(after).toMatchObject({ status: 200, headers: { 'upload-offset': String(clip.length) } })
  })

  it('finishes an upload whose last answer was never given, at the next question', async () => {
    const who = headersOf(here().slug, here().ownerId)
    const id = await send(clip, video)
    const row = await rowOf(id)
    const { copyFile, writeFile } = await import('node:fs/promises')
    await copyFile(join(dataDir, 'files', row.storage_key), join(dataDir, 'uploads', id))
    await writeFile(join(dataDir, 'uploads', `${id}.json`), JSON.stringify({ id, size: clip.length, offset: 0, metadata: {}, creation_date: new Date().toISOString() }))
    await database().superuser.query(`update files set status = 'uploading', sha256 = null where id = $1`, [id])
    expect((await ask('HEAD', `/api/uploads/${id}`, { ...who, 'tus-resumable': '1.0.0' })).status).toBe(200)
    expect((await rowOf(id)).status).toBe('ready')
  })

  it('413: refuses a file over the limit before its first byte', async () => {
    const before = (await database().superuser.query('select count(*)::int from files')).rows[0].count
    expect(await statusOf(send(Buffer.alloc(limitBytes + 1), video))).toBe(413)
    expect((await database().superuser.query('select count(*)::int from files')).rows[0].count).toBe(before)
  })

  it('422: refuses a file that lies about what it is, and deletes its bytes', async () => {
    const page = Buffer.from('<!doctype html><script>alert(1)</script>')
    const fault = await send(page, video).catch((reason: unknown) => reason as DetailedError)
    if (typeof fault === 'string') throw new Error('it was taken')
    expect(fault.originalResponse?.getStatus()).toBe(422)
    expect(JSON.parse(fault.originalResponse?.getBody() ?? '')).toMatchObject({ title: 'file-refused', detail: expect.stringContaining('not a video') })
    const refused = (await database().superuser.query(`select id, status, refusal from files where status = 'refused'`)).rows[0]
    expect(refused.refusal).toContain('not a video')
    expect(readdirSync(join(dataDir, 'uploads')).filter((name) => name.startsWith(refused.id))).toEqual([])
  })

  it('422: refuses what has no name, no known purpose or no length', async () => {
    expect(await statusOf(send(clip, { metadata: { purpose: 'video' } }))).toBe(422)
    expect(await statusOf(send(clip, { metadata: { filename: 'a', purpose: 'virus' } }))).toBe(422)
    expect(await statusOf(send(clip, { ...video, uploadLengthDeferred: true }))).toBe(422)
  })

  it('401: refuses strangers', async () => {
    expect(await statusOf(send(clip, video, headersOf(here().slug, null)))).toBe(401)
  })

  it('403: refuses students, and pages of other hosts', async () => {
    const student = await buildUser(database(), 'Student')
    await buildMembership(database(), here().organizationId, student, 'student')
    expect(await statusOf(send(clip, video, headersOf(here().slug, student)))).toBe(403)
    const rival = await buildSchool(database(), `rv-${v7().slice(-6)}`)
    expect(await statusOf(send(clip, video, { ...headersOf(here().slug, here().ownerId), origin: `http://${hostOf(rival.slug)}` }))).toBe(403)
  })

  it('404: knows no school at this host, nobody of another school, and no upload of another school', async () => {
    const rival = await buildSchool(database(), `rv-${v7().slice(-6)}`)
    expect(await statusOf(send(clip, video, headersOf('nobody-here', here().ownerId)))).toBe(404)
    expect(await statusOf(send(clip, video, headersOf(here().slug, rival.ownerId)))).toBe(404)
    const id = await send(clip, video)
    const asRival = { ...headersOf(rival.slug, rival.ownerId), 'tus-resumable': '1.0.0' }
    for (const method of ['HEAD', 'DELETE', 'GET']) expect((await ask(method, `/api/uploads/${id}`, asRival)).status).toBe(404)
    const patch = { ...asRival, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' }
    expect((await ask('PATCH', `/api/uploads/${id}`, patch)).status).toBe(404)
    expect((await ask('GET', '/api/uploads/not-an-id', headersOf(here().slug, here().ownerId))).status).toBe(404)
  })
})

describe('DELETE /api/uploads/:id', () => {
  it('204: cancels what is under way; 404: a finished file stays', async () => {
    const who = { ...headersOf(here().slug, here().ownerId), 'tus-resumable': '1.0.0' }
    const begun = await ask('POST', '/api/uploads', { ...who, 'upload-length': '100', 'upload-metadata': `filename ${Buffer.from('a.pdf').toString('base64')},purpose ${Buffer.from('pdf').toString('base64')}` })
    expect(begun).toMatchObject({ status: 201, headers: { location: expect.stringMatching(/^\/api\/uploads\/[0-9a-f-]{36}$/) } })
    const path = String(begun.headers.location)
    expect((await ask('DELETE', path, who)).status).toBe(204)
    expect((await ask('GET', path, who)).status).toBe(404)
    const done = await send(clip, video)
    expect((await ask('DELETE', `/api/uploads/${done}`, who)).status).toBe(404)
    expect((await rowOf(done)).status).toBe('ready')
  })
})

describe('the host of files, over the wire', () => {
  it('200, 206, 404: serves by link only, and keeps the API and pages off its origin', async () => {
    const { signFileLink } = await import('#modules/files/index.ts')
    const id = await send(clip, video)
    const link = new URL(signFileLink({ config: { ...testConfig(database()) }, organizationId: here().organizationId, fileId: id, storageKey: (await rowOf(id)).storage_key, expiresInSeconds: 60 }))
    const host = `files.${testBaseDomain}`
    const whole = await ask('GET', link.pathname, { host })
    expect(whole).toMatchObject({ status: 200, headers: { 'content-type': 'video/webm', 'content-length': String(clip.length), 'content-security-policy': expect.stringContaining('sandbox') } })
    expect(Buffer.from(whole.body, 'latin1').equals(clip)).toBe(true)
    expect(await ask('GET', link.pathname, { host, range: 'bytes=4-7' })).toMatchObject({ status: 206, body: clip.subarray(4, 8).toString('latin1') })
    expect(await ask('HEAD', link.pathname, { host })).toMatchObject({ status: 200, headers: { 'content-length': String(clip.length) }, body: '' })
    expect((await ask('GET', link.pathname, headersOf(here().slug, here().ownerId))).status).toBe(404)
    for (const path of ['/', '/api/uploads/x', `${link.pathname}x`]) expect((await ask('GET', path, { host })).status).toBe(404)
  })
})
