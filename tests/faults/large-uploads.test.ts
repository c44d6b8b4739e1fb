import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { request, type IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { v7 } from 'uuid'
import { afterAll, describe, expect, it } from 'vitest'
import { freePort } from '../../src/platform/db/free-port.ts'
import { readS3 } from '../../src/platform/config/s3-config.ts'
import { s3FileStorage } from '../../src/providers/s3-storage/s3-storage.ts'
import type { MissingPieces } from '../../src/modules/files/index.ts'
import { wire } from '../../src/wiring.ts'
import { signInByForm } from '../isolation/built-server.ts'
import { buildSchool } from '../support/builders.ts'
import { testConfig } from '../support/test-app.ts'
import { useTestDatabase } from '../support/test-database.ts'
import { useFaultGround } from './harness.ts'
import { startProgram, type WebProgram } from './programs.ts'

// A large file over a line that is cut three times, into a web process that dies meanwhile: every byte arrives once, and
// the process grows no larger by it.

const database = useTestDatabase()
const ground = useFaultGround(() => database().source)
const isLong = process.env.COVE_LONG === '1'
const sizeBytes = isLong ? 2 * 1024 ** 3 : 72 * 1024 ** 2
const growthMostBytes = 50 * 1024 ** 2
/** What goes first, so that what a process needs for any upload is there before its memory is looked at. */
const warmBytes = 32 * 1024 ** 2
const folder = mkdtempSync(join(tmpdir(), 'coursecove-large-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const block = 64 * 1024
const head = Buffer.from('1a45dfa3a3428681014287810142f2810442f381084282847765626d', 'hex')

/** The file's bytes from somewhere to somewhere: each block says where it stands, so none can be lost or doubled unseen. */
function* bytesOf(start: number, end: number): Generator<Buffer> {
  for (let at = start; at < end; at = Math.min(end, (Math.floor(at / block) + 1) * block)) {
    const index = Math.floor(at / block)
    const whole = Buffer.alloc(block, `block ${index} `)
    if (index === 0) head.copy(whole)
    yield whole.subarray(at % block, Math.min(block, end - index * block))
  }
}

function hashOfFile(): string {
  const hash = createHash('sha256')
  for (const piece of bytesOf(0, sizeBytes)) hash.update(piece)
  return hash.digest('hex')
}

interface Asked { method: string; url: URL; headers?: Record<string, string>; from?: number; to?: number; cutAt?: number; body?: string }

/** Sends bytes of the file, and cuts the line where it is said; null is what a cut line answers. */
function ask({ method, url, headers = {}, from, to, cutAt, body }: Asked): Promise<{ status: number; headers: IncomingHttpHeaders; body: string } | null> {
  return new Promise((done, fail) => {
    let isCut = false
    const length = from === undefined ? Buffer.byteLength(body ?? '') : (to ?? 0) - from
    const asked = request({ host: '127.0.0.1', port: url.port, path: url.pathname + url.search, method, agent: false, headers: { ...headers, host: url.host, 'content-length': String(length) } }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (piece: string) => (text += piece)).on('end', () => done({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }))
    })
    asked.on('error', (fault) => (isCut ? done(null) : fail(fault)))
    if (from === undefined) return void asked.end(body)

    let sent = from
    const source = Readable.from(bytesOf(from, to ?? 0))
    source.on('data', (piece: Buffer) => {
      sent += piece.length
      if (cutAt === undefined || sent < cutAt) return
      isCut = true
      // What went out so far is on its way; the rest never comes, also when the line asks for more.
      source.unpipe(asked).pause()
      setTimeout(() => asked.destroy(new Error('cut')), 100)
    })
    source.pipe(asked)
  })
}

/** How much memory a process has now, and by how much it grew since it was looked at first. */
function watchMemory(pid: number): () => number {
  const now = () => Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024
  const first = now()
  let most = first
  const timer = setInterval(() => (most = Math.max(most, now())), 200)
  return () => {
    clearInterval(timer)
    return most - first
  }
}

interface Place { web: WebProgram; base: string; headers: Record<string, string> }

/** A school's owner at the web process; a small file went first, so that all code is loaded before memory is looked at. */
async function openPlace(environment: Record<string, string> = {}): Promise<Place> {
  const web = await ground().startWeb(environment)
  const port = Number(new URL(web.url).port)
  const host = `coursecove.localhost:${port}`
  const app = wire(testConfig(database(), { BASE_DOMAIN: host }))
  try {
    const school = await buildSchool(database(), `large-${v7().slice(-8)}`)
    const { cookie } = await signInByForm(database(), app, port, { [school.organizationId]: 'owner' })
    return { web, base: `http://${host}/s/${school.slug}/api/uploads`, headers: { cookie, origin: `http://${host}` } }
  } finally {
    await app.close()
  }
}

const rowOf = async (id: string) => (await database().superuser.query('select status, sha256, size_bytes, received_bytes, storage_key from files where id = $1', [id])).rows[0] as { status: string; sha256: string | null; size_bytes: number; storage_key: string }
const cuts = [0.3, 0.55, 0.8]

describe(`a file of ${sizeBytes / 1024 ** 2} MB, over three cut lines and a restart`, () => {
  it('comes to the disk whole', { timeout: isLong ? 1_200_000 : 180_000 }, async () => {
    let { web, base, headers } = await openPlace()
    const tus = { ...headers, 'tus-resumable': '1.0.0' }
    const begin = async (length: number) => {
      const begun = await ask({ method: 'POST', url: new URL(base), headers: { ...tus, 'upload-length': String(length), 'upload-metadata': `filename ${Buffer.from('large.webm').toString('base64')},purpose ${Buffer.from('video').toString('base64')}` } })
      return new URL(String(begun?.headers.location), base)
    }
    const send = (url: URL, from: number, to: number, cutAt?: number) => ask({ method: 'PATCH', url, from, to, ...(cutAt ? { cutAt } : {}), headers: { ...tus, 'upload-offset': String(from), 'content-type': 'application/offset+octet-stream' } })
    const standOf = async (url: URL) => Number((await ask({ method: 'HEAD', url, headers: tus }))?.headers['upload-offset'])
    await send(await begin(warmBytes), 0, warmBytes)

    const url = await begin(sizeBytes)
    let grown = watchMemory(web.pid)
    const growth: number[] = []
    let stands = 0
    for (const [index, share] of cuts.entries()) {
      expect(await send(url, stands, sizeBytes, Math.floor(sizeBytes * share))).toBeNull()
      if (index === 1) {
        growth.push(grown())
        await web.kill()
        web = await ground().startWeb()
        await send(await begin(warmBytes), 0, warmBytes)
        grown = watchMemory(web.pid)
      }
      const now = await standOf(url)
      expect(now).toBeGreaterThan(stands)
      stands = now
    }
    expect((await send(url, stands, sizeBytes))?.status).toBe(204)
    growth.push(grown())
    expect(await rowOf(url.pathname.split('/').at(-1) ?? '')).toMatchObject({ status: 'ready', size_bytes: sizeBytes, sha256: hashOfFile() })
    expect(Math.max(...growth)).toBeLessThan(growthMostBytes)
    console.log(`faults: ${sizeBytes / 1024 ** 2} MB to disk, 3 cuts, 1 restart; memory grew by ${growth.map((bytes) => `${(bytes / 1024 ** 2).toFixed(0)} MB`).join(' and ')}`)
  })

  it('comes to S3 whole, past the web process', { timeout: isLong ? 1_200_000 : 180_000 }, async () => {
    const port = await freePort()
    const store = await startProgram('s3', 'emulators/s3/main.ts', { PATH: process.env.PATH, PORT: String(port), S3_EMULATOR_DIR: join(folder, 's3'), S3_BUCKET: 'large' }, /listening on/)
    const settings = { S3_BUCKET: 'large', S3_ENDPOINT: `http://127.0.0.1:${port}`, S3_ACCESS_KEY_ID: 'S3RVER', S3_SECRET_ACCESS_KEY: 'S3RVER' }
    try {
      let { web, base, headers } = await openPlace(settings)
      const api = async <Data>(method: string, path: string, body?: object) => {
        const answer = await ask({ method, url: new URL(`${base}/direct${path}`), headers: { ...headers, 'content-type': 'application/json' }, body: body ? JSON.stringify(body) : '' })
        return { status: answer?.status ?? 0, data: (JSON.parse(answer?.body ?? '{}') as { data?: Data }).data }
      }
      const pieces = async (id: string) => (await api<MissingPieces>('GET', `/${id}/pieces`)).data
      const begin = async (length: number) => (await api<{ id: string }>('POST', '', { name: 'large.webm', purpose: 'video', sizeBytes: length, durationSeconds: null })).data?.id ?? ''
      const rangeOf = ({ pieceBytes }: MissingPieces, number: number, length: number) => ({ from: (number - 1) * pieceBytes, to: Math.min(length, number * pieceBytes) })
      /** Sends pieces until the store has all, or until one is cut in its middle. */
      const sendSome = async (id: string, length: number, cutAt = Infinity): Promise<'all' | 'cut'> => {
        const asked = await pieces(id)
        for (const { number, url } of asked?.missing ?? []) {
          const range = rangeOf(asked as MissingPieces, number, length)
          const isCut = range.to > cutAt
          const answer = await ask({ method: 'PUT', url: new URL(url), ...range, ...(isCut ? { cutAt: (range.from + range.to) / 2 } : {}) })
          if (isCut) {
            expect(answer).toBeNull()
            return 'cut'
          }
          expect(answer?.status).toBe(200)
        }
        return asked?.missing.length ? sendSome(id, length, cutAt) : 'all'
      }
      let grown = () => 0
      const growth: number[] = []
      const warm = async () => {
        const small = await begin(warmBytes)
        expect(await sendSome(small, warmBytes)).toBe('all')
        expect((await api('POST', `/${small}/completion`)).status).toBe(200)
        grown = watchMemory(web.pid)
      }
      const restart = async () => {
        growth.push(grown())
        await web.kill()
        web = await ground().startWeb(settings)
        await warm()
      }
      await warm()

      const id = await begin(sizeBytes)
      for (const [index, share] of cuts.entries()) {
        expect(await sendSome(id, sizeBytes, sizeBytes * share)).toBe('cut')
        if (index === 1) await restart()
      }
      expect(await sendSome(id, sizeBytes)).toBe('all')
      expect((await pieces(id))?.receivedBytes).toBe(sizeBytes)
      expect((await api('POST', `/${id}/completion`)).status).toBe(200)
      growth.push(grown())
      expect(growth).toHaveLength(2)
      expect((await api('POST', `/${id}/completion`)).status).toBe(200)
      const row = await rowOf(id)
      expect(row).toMatchObject({ status: 'ready', size_bytes: sizeBytes, sha256: null })

      const config = readS3(settings)
      if (!config) throw new Error('S3 is set')
      const hash = createHash('sha256')
      for await (const piece of await s3FileStorage(config).read(row.storage_key, { start: 0, end: sizeBytes - 1 })) hash.update(piece as Buffer)
      expect(hash.digest('hex')).toBe(hashOfFile())
      expect(Math.max(...growth)).toBeLessThan(growthMostBytes)
      console.log(`faults: ${sizeBytes / 1024 ** 2} MB to S3, 3 cuts, 1 restart; memory grew by ${growth.map((bytes) => `${(bytes / 1024 ** 2).toFixed(0)} MB`).join(' and ')}`)
    } finally {
      await store.kill()
    }
  })
})
