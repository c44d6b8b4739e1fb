import type { RouterContextProvider } from 'react-router'
import { readEmbedOrigins } from '#modules/tenancy/index.ts'
import type { CourseCard, SchoolView } from '#modules/catalog/ui/public-pages.schema.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { withTenant } from '#platform/db/with-tenant.ts'
import type { TenantCtx } from '#platform/ctx.ts'
import { requestContext } from '../../request-context.ts'
import { schoolView } from '../catalog/school-page.ts'
import type { ViewPlace } from '../catalog/course-views.ts'

/** What every page in a foreign frame shows. */
export interface Embedded {
  school: SchoolView
  home: string
  nonce: string
  courses: CourseCard[]
}

/**
 * Makes a page that the sites named by the school may frame, and nobody else; a fault's page is framed by nobody. It is
 * everybody's: a frame that knew its visitor could be made to tell, by what it shows, who they are.
 *
 * @param read asks as a visitor, whoever is signed in
 */
export async function embed(context: Readonly<RouterContextProvider>, read: (ctx: TenantCtx, place: ViewPlace) => Promise<CourseCard[]>): Promise<Embedded> {
  const { app, tenant, tenantCtx, base, home, nonce, page, viewer } = context.get(requestContext)
  if (!tenant) throw new NotFound()

  const organizationId = tenant.id
  const ctx: TenantCtx = { ...(await tenantCtx()), userId: null, inTenant: (work) => withTenant(app.pools.web, { organizationId, userId: null }, work) }
  const courses = await read(ctx, { config: app.config, organizationId, base })
  page.frames = { framedBy: [`'self'`, ...(await readEmbedOrigins(ctx))].join(' ') }
  page.isEverybodys = (await viewer()) === null
  return { school: schoolView(context, tenant), home, nonce, courses }
}
