import type { Readable } from 'node:stream'
import { openFileLink, type LinkConfig } from '../links/sign-file-link.ts'
import type { FileStorage } from '../ports.ts'
import { mediaTypeOfEnding } from '../storage/media-types.ts'
import { readStorageKey } from '../storage/storage-key.ts'
import { fileWords } from '../words/file-words.ts'
import { contentDisposition } from './content-disposition.ts'
import { readRange, type ByteRange } from './read-range.ts'

/** An answer of the host of files, still without a server around it. */
export interface FileAnswer {
  status: 200 | 206 | 302 | 304 | 404 | 405 | 416
  headers: Record<string, string>
  body: Readable | string | null
}

/** What serving needs: the links' key, the bytes, the time. */
export interface ServingCtx {
  config: LinkConfig
  storage: FileStorage
  clock: { now(): Date }
}

const always = {
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  // The player reads a recording to draw its wave. The link is the whole permission: there are no cookies to misuse.
  'Access-Control-Allow-Origin': '*',
  'Referrer-Policy': 'no-referrer',
}
const nothing = `default-src 'none'`

/**
 * Answers a request to the host of files. The link alone decides: there are no cookies here, and a link that is
 * wrong, expired or of a file that is gone gets the same answer.
 *
 * @param request method, path, and the headers Range, If-Range and If-None-Match
 */
export async function answerFile(ctx: ServingCtx, request: { method: string; path: string; headers: Headers }): Promise<FileAnswer> {
  const words = fileWords()
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, words.onlyRead, { Allow: 'GET, HEAD' })
  const link = openFileLink(request.path, ctx.config, ctx.clock.now())
  const elsewhere = link ? await leadToStore(ctx, link) : null
  if (elsewhere) return elsewhere
  const stored = link ? await ctx.storage.find(link.storageKey) : null
  if (!link || !stored) return refuse(404, words.linkExpired)

  const etag = `"${link.storageKey.replace('/', '.')}-${stored.sizeBytes}"`
  const headers = describe(link, etag, ctx)
  if (matches(request.headers.get('if-none-match'), etag)) return { status: 304, headers, body: null }

  const ifRange = request.headers.get('if-range')
  const wanted = ifRange === null || ifRange === etag ? request.headers.get('range') : null
  const range = request.method === 'GET' ? readRange(wanted, stored.sizeBytes) : null
  if (range === 'unsatisfiable') return refuse(416, words.endsBefore, { 'Content-Range': `bytes */${stored.sizeBytes}` })

  return send(ctx, { storageKey: link.storageKey, headers, range, sizeBytes: stored.sizeBytes, hasBody: request.method === 'GET' })
}

/** Where the store is read directly, it gets its own link, as long as this one; what is said of the file is signed into it. */
async function leadToStore({ storage, clock }: ServingCtx, link: { storageKey: string; expiresAt: number; downloadName: string | null }): Promise<FileAnswer | null> {
  const mediaType = mediaTypeOfEnding(readStorageKey(link.storageKey)?.ending ?? null)
  const expiresInSeconds = Math.max(1, link.expiresAt - Math.floor(clock.now().getTime() / 1000))
  const url = await storage.signLink(link.storageKey, { expiresInSeconds, mediaType: mediaType ?? 'application/octet-stream', disposition: dispositionOf(link, mediaType) })
  if (!url) return null

  return { status: 302, headers: { ...always, Location: url, 'Cache-Control': `private, max-age=${Math.min(expiresInSeconds, 300)}` }, body: null }
}

function dispositionOf({ downloadName }: { downloadName: string | null }, mediaType: string | null): string {
  return contentDisposition(mediaType !== null && downloadName === null ? 'inline' : 'attachment', downloadName)
}

async function send(ctx: ServingCtx, input: { storageKey: string; headers: Record<string, string>; range: ByteRange | null; sizeBytes: number; hasBody: boolean }): Promise<FileAnswer> {
  const { range, sizeBytes, headers } = input
  const piece = range ?? { start: 0, end: sizeBytes - 1 }
  const length = piece.end - piece.start + 1
  const body = input.hasBody && length > 0 ? await ctx.storage.read(input.storageKey, piece) : null
  headers['Content-Length'] = String(length)
  if (range) headers['Content-Range'] = `bytes ${piece.start}-${piece.end}/${sizeBytes}`
  return { status: range ? 206 : 200, headers, body }
}

function describe(link: { storageKey: string; expiresAt: number; downloadName: string | null }, etag: string, ctx: ServingCtx): Record<string, string> {
  const mediaType = mediaTypeOfEnding(readStorageKey(link.storageKey)?.ending ?? null)
  const secondsLeft = Math.max(0, link.expiresAt - Math.floor(ctx.clock.now().getTime() / 1000))
  // Chromium refuses to open its PDF viewer in a sandboxed document; the viewer runs nothing of ours, on an origin
  // that holds nothing, so PDFs go without. Whoever has the link may frame them: schools have domains of their own.
  const policy = mediaType === 'application/pdf' ? `${nothing}; frame-ancestors ${ctx.config.scheme}:` : `sandbox; ${nothing}`
  return {
    ...always,
    'Content-Type': mediaType ?? 'application/octet-stream',
    'Content-Disposition': dispositionOf(link, mediaType),
    'Content-Security-Policy': policy,
    'Accept-Ranges': 'bytes',
    ETag: etag,
    // The bytes under a key never change; the link is the reader's own.
    'Cache-Control': `private, max-age=${secondsLeft}, immutable`,
  }
}

function refuse(status: 404 | 405 | 416, sentence: string, more: Record<string, string> = {}): FileAnswer {
  const headers = { ...always, 'Content-Type': 'text/plain; charset=utf-8', 'Content-Security-Policy': `sandbox; ${nothing}`, 'Cache-Control': 'no-store', ...more }
  return { status, headers, body: sentence }
}

function matches(header: string | null, etag: string): boolean {
  return header !== null && header.split(',').some((given) => given.trim().replace(/^W\//, '') === etag)
}
