import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startS3Emulator, type S3Emulator } from '../../emulators/s3/start-s3-emulator.ts'
import { smokeS3 } from './smoke-s3.ts'

const directory = mkdtempSync(join(tmpdir(), 'coursecove-smoke-s3-'))
let store: S3Emulator | null = null
beforeAll(async () => {
  store = await startS3Emulator({ port: 0, directory, bucket: 'smoke', origins: ['https://school.example'] })
})
afterAll(async () => {
  await store?.close()
  rmSync(directory, { recursive: true, force: true })
})

const env = (change: Record<string, string> = {}) => ({ S3_BUCKET: 'smoke', S3_ENDPOINT: store?.url ?? '', S3_ACCESS_KEY_ID: 'S3RVER', S3_SECRET_ACCESS_KEY: 'S3RVER', ...change })
const outcomes = async (settings: NodeJS.ProcessEnv, origin?: string) => (await smokeS3(settings, { origin }, () => {})).map(({ outcome }) => outcome)

it('finds a store well that does all of it, also for pages', async () => {
  expect(await outcomes(env(), 'https://school.example')).toEqual(Array(6).fill('ok'))
  expect((await outcomes(env()))[4]).toBe('not run')
})

it('finds a bucket whose rules let no page of ours send, and a bucket that is not there', async () => {
  expect((await outcomes(env(), 'https://elsewhere.example'))[4]).toBe('failed')
  expect((await outcomes(env({ S3_BUCKET: 'none' }))).slice(0, 4)).toEqual(Array(4).fill('failed'))
})

it('asks nothing without a bucket', async () => {
  await expect(smokeS3({}, { origin: undefined }, () => {})).rejects.toThrow('There is no bucket')
})
