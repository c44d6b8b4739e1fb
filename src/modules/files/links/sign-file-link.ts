import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { readStorageKey } from '../storage/storage-key.ts'

/** What of the settings a link is made from. */
export interface LinkConfig {
  appSecret: string
  baseDomain: string
  scheme: 'http' | 'https'
}

/** Which file a link opens, and for how long. */
export interface FileLinkInput {
  config: LinkConfig
  organizationId: string
  fileId: string
  storageKey: string
  /** Seconds from now. */
  expiresInSeconds: number
  /** Makes the browser save the file under this name instead of showing it. */
  downloadName?: string
  /** The time it counts from; the process's own if not given. */
  now?: Date
}

/** What a link says, once its signature was found right. */
export interface OpenedLink {
  storageKey: string
  /** Seconds since 1970. */
  expiresAt: number
  downloadName: string | null
}

const payloadSchema = z.tuple([z.string(), z.int(), z.string().max(255).nullable()])

/**
 * Makes a link to one file on the host of files. Whoever holds it may read the file until it expires, so it is made
 * only after the row of the file was read under the reader's own rights.
 *
 * @returns an absolute URL on `files.<baseDomain>`
 * @throws TypeError when the storage key is not this file's
 * @example
 * signFileLink({ config, organizationId, fileId, storageKey, expiresInSeconds: 3600 })
 */
export function signFileLink(input: FileLinkInput): string {
  const key = readStorageKey(input.storageKey)
  if (key?.organizationId !== input.organizationId || key.fileId !== input.fileId) throw new TypeError('the storage key belongs to another file')

  const now = input.now ?? new Date()
  const expiresAt = Math.floor(now.getTime() / 1000) + input.expiresInSeconds
  const payload = Buffer.from(JSON.stringify([input.storageKey, expiresAt, input.downloadName ?? null])).toString('base64url')
  return `${input.config.scheme}://files.${input.config.baseDomain}/${payload}.${signatureOf(payload, input.config.appSecret)}`
}

/**
 * Reads a link's path back.
 *
 * @returns null when it was tampered with, has expired or was never one: all look the same
 */
export function openFileLink(path: string, config: Pick<LinkConfig, 'appSecret'>, now: Date): OpenedLink | null {
  const [payload, signature, ...rest] = path.replace(/^\//, '').split('.')
  if (!payload || !signature || rest.length > 0) return null

  const given = Buffer.from(signature)
  const right = Buffer.from(signatureOf(payload, config.appSecret))
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null

  const [storageKey, expiresAt, downloadName] = payloadSchema.parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')))
  return expiresAt * 1000 > now.getTime() ? { storageKey, expiresAt, downloadName } : null
}

function signatureOf(payload: string, appSecret: string): string {
  return createHmac('sha256', linkKey(appSecret)).update(payload).digest('base64url')
}

// A key of its own: what signs links opens no session.
const keys = new Map<string, Buffer>()
function linkKey(appSecret: string): Buffer {
  const kept = keys.get(appSecret)
  if (kept) return kept

  const made = Buffer.from(hkdfSync('sha256', appSecret, '', 'coursecove file links', 32))
  keys.set(appSecret, made)
  return made
}
