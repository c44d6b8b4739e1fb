import type { RouterContextProvider } from 'react-router'
import { z } from 'zod'
import type { CommercePersonCtx } from '#modules/commerce/index.ts'
import type { Permission } from '#modules/tenancy/index.ts'
import type { MemberRole } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { currentLocale } from '#platform/i18n/locale.ts'
import { requestContext, type RequestContext, type Tenant, type Viewer } from '../../request-context.ts'
import { requireStudio } from '../../require-viewer.ts'

/** Someone who looks at the school's books. */
export interface BooksVisit {
  ctx: CommercePersonCtx
  role: MemberRole
  viewer: Viewer
  tenant: Tenant
  visit: RequestContext
  /** The school's way of writing numbers, and its time. */
  locale: string
  zone: string
}

/**
 * Opens the books for the person who asks.
 *
 * @throws a redirect to sign-in, or the page 404 or 403
 */
export async function openBooks(context: Readonly<RouterContextProvider>, request: Request, permission: Permission): Promise<BooksVisit> {
  const { ctx, role, viewer } = await requireStudio(context, request, permission)
  const visit = context.get(requestContext)
  const { app, tenant } = visit
  if (!tenant) throw new NotFound()
  return { ctx: { ...app.systemCtx, ...ctx }, role, viewer, tenant, visit, locale: currentLocale(), zone: tenant.time_zone }
}

/** An id from an address. @throws NotFound when it cannot be one */
export function readId(value: string | undefined): string {
  const read = z.uuid().safeParse(value)
  if (!read.success) throw new NotFound(`no id: ${value?.slice(0, 60)}`)
  return read.data
}

/** An id from a query, or null. What cannot be one counts as none. */
export function readCursor(request: Request, name: string): string | null {
  const read = z.uuid().safeParse(new URL(request.url).searchParams.get(name))
  return read.success ? read.data : null
}
