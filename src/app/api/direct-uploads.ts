import { Hono } from 'hono'
import { beginUpload, finishDirectUpload, listMissingPieces, uploadFactsSchema, type DirectUploads } from '#modules/files/index.ts'
import { InvalidInput, NotFound } from '#platform/errors/app-error.ts'
import type { App } from '../../wiring.ts'
import { visitForUpload } from './uploads-context.ts'

const noStore = { 'Cache-Control': 'no-store' }

/**
 * `/api/uploads/direct`: uploads whose bytes go from the browser to the store. Begin, ask which pieces are missing and
 * where each goes, send them, ask again, and tell the end; after any interruption asking again is how to go on.
 */
export function directUploadsApi(app: App): Hono {
  const api = new Hono()
  api.post('/', async (c) => {
    requireDirect(app)
    const { ctx } = await visitForUpload(app, c)
    const read = uploadFactsSchema.safeParse(await c.req.json().catch(() => null))
    if (!read.success) throw new InvalidInput(Object.fromEntries(read.error.issues.map((issue) => [issue.path.join('.') || 'file', issue.message])), read.error.issues[0]?.message)

    const id = await beginUpload(ctx, { ...read.data, limitBytes: app.config.uploadLimitBytes })
    return c.json({ data: { id } }, 201, noStore)
  })
  api.get('/:id/pieces', async (c) => {
    const direct = requireDirect(app)
    const { ctx } = await visitForUpload(app, c)
    return c.json({ data: await listMissingPieces(ctx, direct, c.req.param('id')) }, 200, noStore)
  })
  api.post('/:id/completion', async (c) => {
    requireDirect(app)
    const { ctx } = await visitForUpload(app, c)
    return c.json({ data: await finishDirectUpload({ ...ctx, storage: app.storage }, c.req.param('id')) }, 200, noStore)
  })
  return api
}

function requireDirect({ storage }: App): DirectUploads {
  if (!storage.direct) throw new NotFound('uploads come through this program: S3_BUCKET is not set')
  return storage.direct
}
