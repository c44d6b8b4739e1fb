import type { TenantCtx } from '#platform/ctx.ts'
import { requirePermission } from '#modules/tenancy/index.ts'
import { insertCourse, listSlugsLike, lockNewCourses } from './courses.queries.ts'
import { freeSlug, slugify } from './slugify.ts'

/**
 * Begins a course: a draft with a title and an address made from it.
 *
 * @param input `isSample` marks what came with the school
 * @throws NotAllowed without courses.manage
 */
export async function createCourse(ctx: TenantCtx, input: { title: string; slug?: string; isSample?: boolean }): Promise<{ courseId: string; slug: string }> {
  return ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'courses.manage')
    await lockNewCourses(tx, ctx.organizationId)
    const wanted = slugify(input.slug ?? input.title)
    const slug = freeSlug(wanted, await listSlugsLike(tx, ctx.organizationId, wanted))
    const courseId = ctx.ids.next()
    await insertCourse(tx, { organizationId: ctx.organizationId, id: courseId, slug, title: input.title, isSample: input.isSample })
    return { courseId, slug }
  })
}
