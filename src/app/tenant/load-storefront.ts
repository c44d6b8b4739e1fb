import type { RouterContextProvider } from 'react-router'
import { readStorefront, sanitiseRichText } from '#modules/catalog/index.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { requestContext } from '../request-context.ts'
import { courseCard } from './catalog/course-views.ts'
import { schoolPage } from './catalog/school-page.ts'

/** A school's first page, on its own host and under its path. */
export async function loadStorefront({ request, context }: { request: Request; context: Readonly<RouterContextProvider> }) {
  const { app, tenant, tenantCtx, base, origin } = context.get(requestContext)
  if (!tenant) throw new NotFound()
  const front = await readStorefront(await tenantCtx())
  const page = await schoolPage(context, request, front.role)
  const place = { config: app.config, organizationId: tenant.id, base }
  return {
    page,
    courses: front.courses.map((course) => courseCard(place, course)),
    courseCount: front.courseCount,
    teachers: front.teachers.map(({ id, name, title }) => ({ id, name, specialities: title || null })),
    aboutHtml: sanitiseRichText(tenant.about) || null,
    meta: { title: tenant.name, description: tenant.tagline || tenant.hero_text || null, url: `${origin}${base || '/'}`, siteName: tenant.name },
  }
}
