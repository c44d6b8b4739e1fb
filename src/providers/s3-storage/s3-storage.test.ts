import { createHash, createHmac } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startS3Emulator, type S3Emulator } from '../../../emulators/s3/start-s3-emulator.ts'
import type { S3Config } from '#platform/config/s3-config.ts'
import { s3FileStorage } from './s3-storage.ts'

const folder = mkdtempSync(join(tmpdir(), 'coursecove-s3-'))
let store: S3Emulator | null = null
beforeAll(async () => {
  store = await startS3Emulator({ port: 0, directory: join(folder, 'store'), bucket: 'school-files', origins: ['https://*.school.example'] })
})
afterAll(async () => {
  await store?.close()
  rmSync(folder, { recursive: true, force: true })
})

const config = (change: Partial<S3Config> = {}): S3Config => ({ bucket: 'school-files', region: 'eu-central-1', endpoint: store?.url ?? '', credentials: store?.keys, isPathStyle: true, servesDirectly: true, origin: store?.url ?? '', ...change })
const storage = (change: Partial<S3Config> = {}) => s3FileStorage(config(change))
const direct = () => { const { direct: way } = storage(); if (!way) throw new Error('no direct way'); return way }
const org = '01999999-0000-7000-8000-000000000001'
const key = (name: string) => `${org}/${name}`
const link = { expiresInSeconds: 60, mediaType: 'video/mp4', disposition: 'inline' }

describe('files in a bucket', () => {
  it('are written, found, read in part, copied, taken over from this machine, and removed', async () => {
    await storage().write(key('a.txt'), Buffer.from('0123456789'))
    expect(await storage().find(key('a.txt'))).toMatchObject({ sizeBytes: 10 })
    expect(await text(await storage().read(key('a.txt'), { start: 2, end: 5 }))).toBe('2345')
    await storage().copy(key('a.txt'), key('b.txt'))
    const path = join(folder, 'come')
    writeFileSync(path, 'from here')
    await storage().takeIn(key('c.txt'), path)
    expect(await text(await storage().read(key('c.txt'), { start: 0, end: 8 }))).toBe('from here')
    for (const name of ['a.txt', 'a.txt']) await storage().remove(key(name))
    expect(await storage().find(key('a.txt'))).toBeNull()
    expect(await storage().find(key('b.txt'))).toMatchObject({ sizeBytes: 10 })
  })

  it('come with what the link says of them, not with what a browser said; a link that was changed opens nothing', async () => {
    await storage().write(key('v.mp4'), Buffer.from('moving'))
    const url = await storage().signLink(key('v.mp4'), { ...link, mediaType: 'video/mp4', disposition: 'attachment; filename="Lesson 1.mp4"' }) ?? ''
    const answer = await fetch(url, { headers: { range: 'bytes=0-2' } })
    expect(answer.status).toBe(206)
    expect(await answer.text()).toBe('mov')
    expect(answer.headers.get('content-type')).toBe('video/mp4')
    expect(answer.headers.get('content-disposition')).toContain('Lesson 1.mp4')
    expect((await fetch(url.replace('v.mp4?', 'b.txt?'))).status).toBe(403)
    expect((await fetch(url.replace('video%2Fmp4', 'text%2Fhtml'))).status).toBe(403)
    expect((await fetch(`${store?.url}/school-files/${key('v.mp4')}`)).status).toBe(403)
    expect(await storage({ servesDirectly: false }).signLink(key('v.mp4'), link)).toBeNull()
  })

  it('answer with a fault, not with nothing, when the store refuses us or is not there', async () => {
    await expect(storage({ credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'wrong' } }).read(key('b.txt'), { start: 0, end: 1 })).rejects.toThrow(/signature/)
    await expect(storage({ endpoint: 'http://127.0.0.1:1' }).find(key('b.txt'))).rejects.toThrow()
  })
})

describe('uploads in pieces', () => {
  it('are joined from what the store has; joining twice, and giving up what is joined, change nothing', async () => {
    const id = await direct().begin(key('big'))
    expect(await direct().listSent(key('big'), id)).toEqual([])
    const pieces = [Buffer.alloc(5 * 1024 ** 2, 1), Buffer.alloc(10, 2)]
    for (const [index, piece] of [...pieces.entries()].reverse()) expect((await fetch(await direct().signPiece(key('big'), id, index + 1), { method: 'PUT', body: piece })).status).toBe(200)
    expect(await direct().listSent(key('big'), id)).toEqual([{ number: 1, sizeBytes: 5 * 1024 ** 2 }, { number: 2, sizeBytes: 10 }])
    for (const _ of [1, 2]) await direct().join(key('big'), id)
    expect(await storage().find(key('big'))).toMatchObject({ sizeBytes: 5 * 1024 ** 2 + 10 })
    expect(await direct().listSent(key('big'), id)).toBeNull()
    await direct().abandon(key('big'), id)
    expect(await storage().find(key('big'))).not.toBeNull()
  })

  it('that are given up leave nothing, and take no more pieces', async () => {
    const id = await direct().begin(key('gone'))
    const url = await direct().signPiece(key('gone'), id, 1)
    expect((await fetch(url, { method: 'PUT', body: 'x' })).status).toBe(200)
    for (const _ of [1, 2]) await direct().abandon(key('gone'), id)
    expect(await direct().listSent(key('gone'), id)).toBeNull()
    expect((await fetch(url, { method: 'PUT', body: 'x' })).status).toBe(404)
  })

  it('are taken from pages of the school alone, as the rules of the bucket say', async () => {
    const url = await direct().signPiece(key('cors'), await direct().begin(key('cors')), 1)
    const ask = (origin: string) => fetch(url, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'PUT' } })
    expect((await ask('https://melody.school.example')).status).toBe(200)
    expect((await ask('https://elsewhere.example')).status).toBe(403)
  })
})

describe('signatures', () => {
  /** AWS's own example, "Authenticating Requests: Using Query Parameters" of the S3 reference. */
  const published = {
    keys: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' },
    url: 'https://examplebucket.s3.amazonaws.com/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host',
    signature: 'aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
  }

  it('are counted here as AWS published them', () => {
    expect(sign('GET', new URL(published.url), published.keys.secretAccessKey)).toBe(published.signature)
  })

  it.each([
    ['a link to a file', 'GET', (s3: ReturnType<typeof storage>) => s3.signLink(key('v é.mp4'), link)],
    ['a link for a piece', 'PUT', (s3: ReturnType<typeof storage>) => s3.direct?.signPiece(key('v'), 'an upload/id+1', 3) ?? null],
  ] as const)('of %s are what that count gives, for AWS and for a store of one’s own', async (_, method, make) => {
    vi.useFakeTimers({ now: new Date('2013-05-24T00:00:00Z'), toFake: ['Date'] })
    try {
      for (const change of [{ endpoint: undefined, isPathStyle: false, region: 'us-east-1', bucket: 'examplebucket' }, {}]) {
        const url = new URL((await make(storage({ ...change, credentials: published.keys }))) ?? '')
        expect(url.searchParams.get('X-Amz-Date')).toBe('20130524T000000Z')
        expect(url.searchParams.get('X-Amz-Signature')).toBe(sign(method, url, published.keys.secretAccessKey))
        expect(url.host).toBe('endpoint' in change ? 'examplebucket.s3.us-east-1.amazonaws.com' : new URL(store?.url ?? '').host)
      }
    } finally {
      vi.useRealTimers()
    }
  })
})

/** Signature version 4 of a signed address, counted by its description and nothing of the SDK's. */
function sign(method: string, url: URL, secret: string): string {
  const encode = (value: string) => encodeURIComponent(value).replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)
  const query = [...url.searchParams].filter(([name]) => name !== 'X-Amz-Signature').map(([name, value]) => `${encode(name)}=${encode(value)}`).sort().join('&')
  const canonical = [method, url.pathname.split('/').map((part) => encode(decodeURIComponent(part))).join('/'), query, `host:${url.host}`, '', 'host', 'UNSIGNED-PAYLOAD'].join('\n')
  const [, date = '', region = '', service = ''] = (url.searchParams.get('X-Amz-Credential') ?? '').split('/')
  const hmac = (by: string | Buffer, what: string) => createHmac('sha256', by).update(what).digest()
  const signingKey = [date, region, service, 'aws4_request'].reduce((by: string | Buffer, what) => hmac(by, what), `AWS4${secret}`)
  const toSign = ['AWS4-HMAC-SHA256', url.searchParams.get('X-Amz-Date'), `${date}/${region}/${service}/aws4_request`, createHash('sha256').update(canonical).digest('hex')].join('\n')
  return createHmac('sha256', signingKey).update(toSign).digest('hex')
}
