import type { TenantCtx } from '#platform/ctx.ts'
import { listOffers } from '#modules/commerce/index.ts'
import { requirePermission } from '#modules/tenancy/index.ts'
import { readCursor, writeCursor } from '../reading/course-cursor.ts'
import { listStudioRows, type StudioCourseRow } from './studio-courses.queries.ts'

/** A course in the studio's list, with its price. */
export interface StudioCourse extends StudioCourseRow {
  /** Null while no price is set. */
  price: { cents: number; currency: string } | null
}

const pageSize = 50

/**
 * The courses of a school for those who build them, in pages.
 *
 * @throws NotFound for strangers, NotAllowed without courses.manage
 */
export async function listStudioCourses(ctx: TenantCtx, input: { after?: string | null } = {}): Promise<{ courses: StudioCourse[]; nextCursor: string | null }> {
  return ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'courses.manage')
    const rows = await listStudioRows(tx, ctx.organizationId, { after: readCursor(input.after), limit: pageSize + 1 })
    const shown = rows.slice(0, pageSize)
    const offers = await listOffers(tx, { organizationId: ctx.organizationId, subjectKind: 'course', subjectIds: shown.map((course) => course.id) })
    const prices = new Map(offers.map((offer) => [offer.subjectId, { cents: offer.priceCents, currency: offer.currency }]))
    return {
      courses: shown.map((course) => ({ ...course, price: prices.get(course.id) ?? null })),
      nextCursor: rows.length > pageSize ? writeCursor(shown.at(-1)) : null,
    }
  })
}
