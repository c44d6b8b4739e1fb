import { redirect, type RouterContextProvider } from 'react-router'
import type { Permission } from '#modules/tenancy/index.ts'
import { requirePermission } from '#modules/tenancy/index.ts'
import { data } from 'react-router'
import type { MemberRole, TenantCtx } from '#platform/ctx.ts'
import { AppError } from '#platform/errors/app-error.ts'
import { wayBack } from './marketing/way-back.ts'
import { requestContext, type Viewer } from './request-context.ts'
import { problemOf } from './respond.ts'

type Context = Readonly<RouterContextProvider>

/** Who is in the studio, with which role, and the context for the use cases. */
export interface StudioVisit {
  ctx: TenantCtx
  role: MemberRole
  viewer: Viewer
}

/**
 * The person who is signed in.
 *
 * @throws a redirect to the installation's sign-in, with the way back in `next`
 */
export async function requireViewer(context: Context, request: Request): Promise<Viewer> {
  const found = await getCurrentUser(context)
  if (!found) throw redirect(signInHref(context, request))
  return found
}

/** Who is signed in, or null. Somebody whom no event has brought yet is made on the way. */
export async function getCurrentUser(context: Context): Promise<Viewer | null> {
  return context.get(requestContext).viewer()
}

/**
 * The person who is signed in, who from here on is in the database.
 *
 * @throws a redirect to the installation's sign-in, with the way back in `next`
 * @example
 * const { user } = await ensureUserInDatabase(context, request)
 */
export async function ensureUserInDatabase(context: Context, request: Request): Promise<{ user: Viewer }> {
  return { user: await requireViewer(context, request) }
}

/**
 * The person, if the role in this school holds the permission.
 *
 * @throws a redirect to sign-in for strangers, the page 404 for people of other schools, 403 for members without it
 * @example
 * const { ctx } = await requireStudio(context, request, 'courses.manage')
 */
export async function requireStudio(context: Context, request: Request, permission: Permission): Promise<StudioVisit> {
  const viewer = await requireViewer(context, request)
  try {
    const visit = context.get(requestContext)
    const [ctx, role] = [await visit.tenantCtx(), await visit.role()]
    requirePermission(role, permission)
    return { ctx, role: role as MemberRole, viewer }
  } catch (fault) {
    // Thrown as a page here, so that it is one whether or not the route wraps its loader.
    throw fault instanceof AppError ? data(problemOf(fault), { status: fault.status }) : fault
  }
}

/** Where to sign in, and come back from to this very page. A form comes back to the page it stood on. */
export function signInHref(context: Context, request: Request, page: 'sign-in' | 'sign-up' = 'sign-in'): string {
  const { app, domain, origin } = context.get(requestContext)
  const url = new URL(request.url)
  url.searchParams.delete('_routes')
  const path = url.pathname.replace(/(\/_root)?\.data$/, '') || '/'
  // Who is signed in at the installation needs no form to be so here.
  if (domain && page === 'sign-in') return `${origin}/arrive?next=${encodeURIComponent(`${path}${url.search}`)}`
  const next = wayBack(context, `${path}${url.search}`)
  return `${app.config.scheme}://${app.config.baseDomain}/${page}?next=${encodeURIComponent(next)}`
}
