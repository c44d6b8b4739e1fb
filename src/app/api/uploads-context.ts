import type { Context } from 'hono'
import { NotFound, SignInRequired } from '#platform/errors/app-error.ts'
import type { TenantCtx } from '#platform/ctx.ts'
import { readHost, schoolAsked } from '#platform/http/hosts.ts'
import type { App } from '../../wiring.ts'
import { findArrival } from '../http/find-arrival.ts'
import { makeRequestContext } from '../http/make-request-context.ts'

/** Who uploads, into which school, and under which address. */
export interface UploadVisit {
  ctx: TenantCtx
  /** What the addresses of uploads begin with. */
  path: string
}

/**
 * The school of the host or of the path, and the person of the session.
 *
 * @throws NotFound where there is no school; SignInRequired for strangers
 */
export async function visitForUpload(app: App, c: Context): Promise<UploadVisit> {
  const host = (c.req.header('host') ?? '').toLowerCase()
  const asked = schoolAsked(readHost(host, c.req.path, app.config.baseDomain))
  const { tenant, seen } = asked ? await findArrival(app, asked.name, c.req.raw.headers) : { tenant: null, seen: null }
  if (!asked || !tenant) throw new NotFound('an upload outside of a school')

  const context = makeRequestContext({ app, tenant, base: asked.base, host, address: 'upload', headers: c.req.raw.headers, seen })
  if (!(await context.viewer())) throw new SignInRequired()
  return { ctx: await context.tenantCtx(), path: `${asked.base}/api/uploads` }
}
