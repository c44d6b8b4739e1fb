import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { v7 } from 'uuid'
import { buildMembership, buildSchool, buildUser } from '../../../tests/support/builders.ts'
import { tenantCtx } from '../../../tests/support/tenant-ctx.ts'
import { useTestDatabase } from '../../../tests/support/test-database.ts'
import { asSystem } from '#platform/db/as-system.ts'
import { localFileStorage } from '#providers/local-storage/local-storage.ts'
import { answerFile, beginUpload, clearAbandonedUploads, filePurposes, findReadyFile, requireUpload, saveFile, signFileLink } from './index.ts'

const database = useTestDatabase()
let folder = ''
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'coursecove-files-')) })
afterAll(() => rm(folder, { recursive: true, force: true }))

const config = { appSecret: 'a secret for tests, long enough to be one', baseDomain: 'coursecove.localhost:3000', scheme: 'http' } as const
const pdf = new TextEncoder().encode(`%PDF-1.7\n${'x'.repeat(500)}`)
const facts = { name: 'Song.pdf', purpose: 'pdf', sizeBytes: 10, durationSeconds: null, limitBytes: 1000 } as const

async function openSchool() {
  const school = await buildSchool(database(), `files-${v7().slice(-6)}`)
  const storage = localFileStorage(folder)
  return { ...school, storage, owner: { ...tenantCtx(database(), school.organizationId, school.ownerId), storage } }
}

async function storedLink() {
  const { owner, storage, organizationId } = await openSchool()
  const { fileId } = await saveFile(owner, { name: 'Étude "1".pdf', purpose: 'pdf', bytes: pdf })
  const stored = await owner.inTenant(({ tx }) => findReadyFile(tx, organizationId, fileId))
  if (!stored) throw new Error('the file was not stored')
  const serving = { config, storage, clock: { now: () => new Date() } }
  const get = async (more: { headers?: Record<string, string>; method?: string; downloadName?: string } = {}) => {
    const path = new URL(signFileLink({ config, organizationId, fileId, storageKey: stored.storageKey, expiresInSeconds: 60, downloadName: more.downloadName })).pathname
    const answer = await answerFile(serving, { method: more.method ?? 'GET', path, headers: new Headers(more.headers) })
    const body = answer.body === null || typeof answer.body === 'string' ? answer.body : Buffer.concat(await answer.body.toArray()).toString()
    return { ...answer, body }
  }
  return { get, stored, storage, serving }
}

describe('files in the database', () => {
  it('know the same purposes as the code', async () => {
    const found = await database().superuser.query(`select pg_get_constraintdef(oid) as rule from pg_constraint where conrelid = 'files'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%purpose%'`)
    const inRule = [...String(found.rows[0].rule).matchAll(/'([a-z]+)'::text/g)].map((match) => match[1])
    expect(inRule).toEqual([...filePurposes])
  })

  it('come only from those who manage files, and under the limit', async () => {
    const { owner, organizationId } = await openSchool()
    const rival = await openSchool()
    const student = await buildUser(database(), 'Student')
    await buildMembership(database(), organizationId, student, 'student')
    const fileId = await beginUpload(owner, facts)
    await expect(beginUpload(tenantCtx(database(), organizationId, student), facts)).rejects.toMatchObject({ status: 403 })
    await expect(beginUpload(tenantCtx(database(), organizationId, rival.ownerId), facts)).rejects.toMatchObject({ status: 404 })
    await expect(beginUpload(owner, { ...facts, sizeBytes: 1001 })).rejects.toMatchObject({ status: 413 })
    await expect(requireUpload(rival.owner, fileId)).rejects.toMatchObject({ status: 404 })
    expect((await requireUpload(owner, fileId)).status).toBe('uploading')
  })

  it('are forgotten when nobody has continued them for a day, and not before', async () => {
    const { owner } = await openSchool()
    const [old, young] = [await beginUpload(owner, facts), await beginUpload(owner, facts)]
    await database().superuser.query(`alter table files disable trigger set_updated_at; update files set updated_at = now() - interval '25 hours' where id = '${old}'; alter table files enable trigger set_updated_at`)
    const dataDir = await mkdtemp(join(tmpdir(), 'coursecove-forgotten-'))
    await mkdir(join(dataDir, 'uploads'))
    for (const id of [old, young]) await writeFile(join(dataDir, 'uploads', id), 'half of it')
    const systemCtx = { clock: owner.clock, ids: owner.ids, config: { dataDir }, storage: localFileStorage(join(dataDir, 'files')), inSystem: <T>(work: (tx: never) => Promise<T>) => asSystem(database().pools.system, ({ tx }) => work(tx as never)) }
    expect(await clearAbandonedUploads(systemCtx)).toBe(1)
    expect(await readdir(join(dataDir, 'uploads'))).toEqual([young])
    await rm(dataDir, { recursive: true })
    await expect(requireUpload(owner, old)).rejects.toMatchObject({ status: 404 })
    expect((await requireUpload(owner, young)).status).toBe('uploading')
  })
})

describe('the host of files', () => {
  it('gives the whole file, safely dressed', async () => {
    const { get, stored } = await storedLink()
    const answer = await get()
    expect(answer).toMatchObject({ status: 200, body: Buffer.from(pdf).toString() })
    expect(answer.headers).toMatchObject({
      'Content-Type': 'application/pdf', 'Content-Length': String(pdf.length), 'X-Content-Type-Options': 'nosniff', 'Cross-Origin-Resource-Policy': 'cross-origin', 'Content-Disposition': 'inline', 'Accept-Ranges': 'bytes',
    })
    expect(answer.headers['Content-Security-Policy']).toContain(`default-src 'none'`)
    expect(answer.headers).not.toHaveProperty('Set-Cookie')
    expect((await get({ method: 'HEAD' })).body).toBeNull()
    expect((await get({ downloadName: stored.name })).headers['Content-Disposition']).toBe(`attachment; filename="Etude 1.pdf"; filename*=UTF-8''%C3%89tude%20%221%22.pdf`)
  })

  it('gives a piece when asked for one, and says where the file ends', async () => {
    const { get } = await storedLink()
    const piece = await get({ headers: { range: 'bytes=0-3' } })
    expect(piece).toMatchObject({ status: 206, body: '%PDF' })
    expect(piece.headers).toMatchObject({ 'Content-Range': `bytes 0-3/${pdf.length}`, 'Content-Length': '4' })
    expect((await get({ headers: { range: 'bytes=-2' } })).body).toBe('xx')
    const beyond = await get({ headers: { range: `bytes=${pdf.length}-` } })
    expect(beyond).toMatchObject({ status: 416 })
    expect(beyond.headers['Content-Range']).toBe(`bytes */${pdf.length}`)
  })

  it('continues a file only when it is still the same one', async () => {
    const { get } = await storedLink()
    const etag = (await get()).headers.ETag ?? ''
    expect((await get({ headers: { range: 'bytes=0-3', 'if-range': etag } })).status).toBe(206)
    expect((await get({ headers: { range: 'bytes=0-3', 'if-range': '"another"' } })).status).toBe(200)
    expect((await get({ headers: { 'if-none-match': `W/"x", ${etag}` } })).status).toBe(304)
  })

  it('answers alike for links that are wrong, expired, or of a file that is gone', async () => {
    const { get, serving, storage, stored } = await storedLink()
    const asStranger = await answerFile(serving, { method: 'GET', path: '/wrong.link', headers: new Headers() })
    expect(asStranger).toMatchObject({ status: 404 })
    const late = { ...serving, clock: { now: () => new Date(Date.now() + 61_000) } }
    const path = new URL(signFileLink({ config, organizationId: stored.storageKey.slice(0, 36), fileId: stored.fileId, storageKey: stored.storageKey, expiresInSeconds: 60 })).pathname
    expect(await answerFile(late, { method: 'GET', path, headers: new Headers() })).toEqual(asStranger)
    await storage.remove(stored.storageKey)
    expect(await get()).toEqual(asStranger)
    expect((await get({ method: 'POST' })).status).toBe(405)
  })

  it('keeps bytes whole in storage and refuses keys that climb', async () => {
    const { storage, stored } = await storedLink()
    expect(await readFile(join(folder, stored.storageKey))).toEqual(Buffer.from(pdf))
    for (const key of ['../secret', '/etc/passwd', 'a/b', `${stored.storageKey}/../x`]) await expect((async () => storage.find(key))()).rejects.toThrow(TypeError)
  })
})
