import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream'
import { FileStore } from '@tus/file-store'
import { Server } from '@tus/server'
import { Hono, type Context } from 'hono'
import { beginUpload, cancelUpload, finishUpload, forgetUploadBytes, noteReceived, removeUploadBytes, requireUpload, uploadFactsSchema, uploadFolder, type FinishedUpload } from '#modules/files/index.ts'
import { lettingGoOfPieces } from '#platform/memory/let-go-of-pieces.ts'
import { InvalidInput, NotFound } from '#platform/errors/app-error.ts'
import type { App } from '../../wiring.ts'
import { answerFault } from '../http/answer-fault.ts'
import { requireOwnOrigin } from '../http/require-own-origin.ts'
import { directUploadsApi } from './direct-uploads.ts'
import { visitForUpload, type UploadVisit } from './uploads-context.ts'

/** What the hooks of one request share; tus hands them nothing but the request. */
interface Passage extends UploadVisit {
  /** The fault to answer with, instead of what tus would make of it. */
  fault: unknown
}

/**
 * `/api/uploads`: resumable uploads by the tus protocol, into the school of the host or path. Bytes gather in a folder
 * of this machine; the last one hands them to `finishUpload`, which looks at what they are.
 *
 * @see https://tus.io/protocols/resumable-upload
 */
export function uploadsApi(app: App): Hono {
  const passages = new WeakMap<object, Passage>()
  const finishOnce = finisher(app)
  let tus: Server | null = null
  const api = new Hono()
  api.onError(answerFault)
  api.use('*', requireOwnOrigin)
  api.route('/direct', directUploadsApi(app))
  api.get('/:id', async (c, next) => {
    // Hono brings HEAD here too, and that is tus's question.
    if (c.req.method === 'HEAD') return next()
    const { ctx } = await visitForUpload(app, c)
    const row = await requireUpload(ctx, c.req.param('id'))
    const { id, name, status, refusal } = row
    return c.json({ data: { id, name, purpose: row.purpose, status, refusal, mediaType: row.media_type, sizeBytes: row.size_bytes, durationSeconds: row.duration_seconds } }, 200, { 'Cache-Control': 'no-store' })
  })
  api.delete('/:id', async (c) => {
    const { ctx } = await visitForUpload(app, c)
    const id = c.req.param('id')
    const upload = await requireUpload(ctx, id)
    if (!(await cancelUpload(ctx, id))) throw new NotFound('only unfinished uploads are cancelled')
    await forgetUploadBytes({ storage: app.storage, config: app.config }, upload)
    return c.body(null, 204, { 'Tus-Resumable': '1.0.0' })
  })
  api.all('*', async (c) => {
    const passage: Passage = { ...(await visitForUpload(app, c)), fault: null }
    const settled = await answerSettled(app, c, passage, finishOnce)
    if (settled) return settled

    passages.set(c.req.raw, passage)
    tus ??= tusServer(app, (request) => passages.get(request), finishOnce)
    const answer = await tus.handleWeb(c.req.raw as Parameters<Server['handleWeb']>[0])
    await note(c, passage, answer)
    return passage.fault ? answerFault(passage.fault, c) : answer
  })
  return api
}

/** A store through which large files go without leaving their bytes in memory. */
class SparingStore extends FileStore {
  override async write(pieces: Parameters<FileStore['write']>[0], id: string, offset: number): Promise<number> {
    const passing = lettingGoOfPieces()
    // What cuts the first half cuts the second too, which then says so.
    pipeline(pieces, passing, () => {})
    return super.write(passing, id, offset)
  }
}

type Finish = (passage: Passage, fileId: string) => Promise<FinishedUpload>

function tusServer(app: App, passageOf: (request: object) => Passage | undefined, finish: Finish): Server {
  const directory = uploadFolder(app.config.dataDir)
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const guarded = async <T>(request: object, work: (passage: Passage) => Promise<T>): Promise<T> => {
    const passage = passageOf(request)
    if (!passage) throw new TypeError('an upload came past the door')
    try {
      return await work(passage)
    } catch (fault) {
      passage.fault = fault
      throw fault
    }
  }
  return new Server({
    path: '/api/uploads',
    datastore: new SparingStore({ directory }),
    maxSize: app.config.uploadLimitBytes,
    allowedOrigins: [],
    generateUrl: (request, { id }) => `${passageOf(request)?.path ?? '/api/uploads'}/${id}`,
    namingFunction: (request, metadata) => guarded(request, async ({ ctx }) => {
      const facts = readFacts(request.headers, metadata)
      return beginUpload(ctx, { ...facts, limitBytes: app.config.uploadLimitBytes })
    }),
    onIncomingRequest: (request, id) => guarded(request, async ({ ctx }) => void (await requireUpload(ctx, id))),
    onUploadFinish: (request, upload) => guarded(request, async (passage) => {
      await finish(passage, upload.id)
      return {}
    }),
  })
}

/** Two requests may meet at an upload's end; its bytes are looked at once. */
function finisher(app: App): Finish {
  const running = new Map<string, Promise<FinishedUpload>>()
  return (passage, fileId) => {
    const begun = running.get(fileId)
    if (begun) return begun

    const path = join(uploadFolder(app.config.dataDir), fileId)
    const work = finishUpload({ ...passage.ctx, storage: app.storage }, { fileId, path })
      .finally(() => removeUploadBytes(app.config.dataDir, fileId))
      .finally(() => running.delete(fileId))
    running.set(fileId, work)
    return work
  }
}

/**
 * Answers for an upload whose bytes are no longer tus's: a client that lost the last answer asks how far it is. One
 * that has all its bytes but was never finished, because the process died there, is finished now.
 */
async function answerSettled(app: App, c: Context, passage: Passage, finish: Finish): Promise<Response | null> {
  const id = /\/api\/uploads\/([0-9a-f-]{36})$/.exec(c.req.path)?.[1]
  if (c.req.method !== 'HEAD' || !id) return null

  let row = await requireUpload(passage.ctx, id)
  if (row.status === 'uploading') {
    const store = new FileStore({ directory: uploadFolder(app.config.dataDir) })
    const upload = await store.getUpload(id).catch(() => null)
    if (!upload || upload.offset !== upload.size) return null
    await finish(passage, id)
    row = await requireUpload(passage.ctx, id)
  }
  const headers = { 'Tus-Resumable': '1.0.0', 'Cache-Control': 'no-store' }
  if (row.status !== 'ready') return new Response(null, { status: 410, headers })
  const length = String(row.size_bytes)
  return new Response(null, { status: 200, headers: { ...headers, 'Upload-Offset': length, 'Upload-Length': length } })
}

async function note(c: Context, passage: Passage, answer: Response): Promise<void> {
  const id = /\/api\/uploads\/([0-9a-f-]{36})$/.exec(c.req.path)?.[1]
  const offset = Number(answer.headers.get('upload-offset'))
  if (c.req.method === 'PATCH' && id && answer.ok && offset > 0) await noteReceived(passage.ctx, { fileId: id, receivedBytes: offset })
}

function readFacts(headers: Headers, metadata: Record<string, string | null> | undefined) {
  const said = metadata ?? {}
  const read = uploadFactsSchema.safeParse({ name: said.filename, purpose: said.purpose, durationSeconds: said.durationSeconds ?? null, sizeBytes: headers.get('upload-length') ?? undefined })
  if (read.success) return read.data
  const issues = read.error.issues.map((issue) => [issue.path.join('.') || 'file', issue.message] as const)
  throw new InvalidInput(Object.fromEntries(issues), issues[0]?.[1])
}
