import { readdir, rm, stat, readFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import authentication from '@20minutes/s3rver/lib/middleware/authentication.js'
import S3Error from '@20minutes/s3rver/lib/models/error.js'

/** What of s3rver's context is used here. */
export interface Context {
  method: string
  path: string
  query: Record<string, string | undefined>
  headers: Record<string, string | undefined>
  params: { bucket?: string; key?: string }
  status: number
  body: unknown
  store: { getResourcePath(bucket: string, key: undefined, resource: string): string }
}
export type Middleware = (ctx: Context, next: () => Promise<unknown>) => Promise<unknown>

interface Part { number: number; size: number; etag: string; modifiedAt: Date }

const partBytesMin = 5 * 1024 ** 2

/**
 * What s3rver leaves out and S3 does: it refuses who does not sign, lists and drops the parts of an upload, and knows
 * which uploads there are and how small a part may be.
 */
export const strictMultipart: Middleware = async (ctx, next) => {
  if (ctx.method === 'OPTIONS') return next()
  if (!ctx.headers.authorization && !ctx.query['X-Amz-Algorithm']) throw new S3Error('AccessDenied', 'Access Denied')
  const { uploadId } = ctx.query
  if (uploadId === undefined) return next()

  const [, bucket = '', ...rest] = ctx.path.split('/')
  ctx.params = { bucket, key: rest.join('/') }
  const folder = join(ctx.store.getResourcePath(bucket, undefined, 'uploads'), uploadId)
  const answer = async () => {
    if (!/^[0-9a-f]{32}$/.test(uploadId) || !existsSync(folder)) throw new S3Error('NoSuchUpload', 'The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.')
    if ((await readFile(join(folder, 'key'), 'utf8')) !== ctx.params.key) throw new S3Error('NoSuchUpload', 'The specified upload is of another key.')
    if (ctx.method === 'GET') return listParts(ctx, uploadId, await readParts(folder))
    if (ctx.method === 'DELETE') return abort(ctx, folder)
    if (ctx.method === 'POST') requireLargeParts(await readParts(folder))
    if (ctx.method === 'PUT' && !(Number(ctx.query.partNumber) >= 1 && Number(ctx.query.partNumber) <= 10_000)) throw new S3Error('InvalidArgument', 'Part number must be an integer between 1 and 10000, inclusive')
    return next()
  }
  return authentication()(ctx, answer)
}

function listParts(ctx: Context, uploadId: string, parts: Part[]): void {
  ctx.status = 200
  ctx.body = {
    ListPartsResult: {
      Bucket: ctx.params.bucket,
      Key: ctx.params.key,
      UploadId: uploadId,
      IsTruncated: false,
      Part: parts.map(({ number, size, etag, modifiedAt }) => ({ PartNumber: number, LastModified: modifiedAt.toISOString(), ETag: `"${etag}"`, Size: size })),
    },
  }
}

async function abort(ctx: Context, folder: string): Promise<void> {
  await rm(folder, { recursive: true })
  ctx.status = 204
}

function requireLargeParts(parts: Part[]): void {
  if (parts.slice(0, -1).some(({ size }) => size < partBytesMin)) throw new S3Error('EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed object size.')
}

/** A part that was cut off has no checksum beside it, and does not count. */
async function readParts(folder: string): Promise<Part[]> {
  const numbers = (await readdir(folder)).flatMap((name) => /^(\d+)\.md5$/.exec(name)?.[1] ?? [])
  const parts = numbers.map(async (name) => {
    const [{ size, mtime }, etag] = await Promise.all([stat(join(folder, name)), readFile(join(folder, `${name}.md5`), 'utf8')])
    return { number: Number(name), size, etag, modifiedAt: mtime }
  })
  return (await Promise.all(parts)).sort((one, other) => one.number - other.number)
}
