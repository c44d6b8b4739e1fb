import type { MemberRole, TenantCtx, Tx } from '#platform/ctx.ts'
import { listOffers, type Offer } from '#modules/commerce/index.ts'
import { countListedBySubject, listCourseHeads, listOwnCourseIds, type CourseHead } from './course-heads.queries.ts'
import { readCursor, writeCursor } from './course-cursor.ts'

/** A course on a shelf, with its price. */
export interface ListedCourse extends CourseHead {
  /** Null while nothing can be bought. */
  offer: Offer | null
  /** The reader learns it already. */
  isEnrolled: boolean
}

/** One page of a school's courses. */
export interface CourseList {
  courses: ListedCourse[]
  /** All on the site, whichever page or subject. */
  courseCount: number
  subjects: { subject: string; count: number }[]
  /** For the next page; null on the last one. */
  nextCursor: string | null
  /** Of the one who asks. */
  role: MemberRole | null
}

/** How many courses stand on one page: sixty fill every row of a shelf, be it two, three, four, five or six wide. */
const pageSize = 60

/**
 * The courses on a school's site, in its order.
 *
 * @param input `after` is the cursor of the page before; one that is none begins at the first
 */
export async function listCourses(ctx: TenantCtx, input: { after?: string | null; subject?: string | null } = {}): Promise<CourseList> {
  return ctx.inTenant(async ({ tx, role }) => ({ ...(await readList(tx, ctx, input)), role }))
}

/**
 * The same in a transaction of `inTenant` that the caller holds, for pages that show more than courses.
 *
 * @example
 * const shelf = await ctx.inTenant(({ tx }) => readShelf(tx, ctx))
 */
export async function readShelf(tx: Tx, ctx: TenantCtx): Promise<Omit<CourseList, 'role'>> {
  return readList(tx, ctx, {})
}

async function readList(tx: Tx, ctx: TenantCtx, input: { after?: string | null; subject?: string | null }): Promise<Omit<CourseList, 'role'>> {
  const heads = await listCourseHeads(tx, { organizationId: ctx.organizationId, listedAfter: readCursor(input.after), subject: input.subject ?? null, limit: pageSize + 1 })
  const shown = heads.slice(0, pageSize)
  const offers = await listOffers(tx, { organizationId: ctx.organizationId, subjectKind: 'course', subjectIds: shown.map((course) => course.id) })
  const own = ctx.userId ? await listOwnCourseIds(tx) : new Set<string>()
  const isWhole = heads.length <= pageSize && !input.after && !input.subject
  const subjects = isWhole ? countShownBySubject(shown) : await countListedBySubject(tx, ctx.organizationId)
  const byCourse = new Map(offers.map((offer) => [offer.subjectId, offer]))
  return {
    courses: shown.map((course) => ({ ...course, offer: byCourse.get(course.id) ?? null, isEnrolled: own.has(course.id) })),
    courseCount: subjects.reduce((sum, { count }) => sum + count, 0),
    subjects,
    nextCursor: heads.length > pageSize ? writeCursor(shown.at(-1)) : null,
  }
}

/** The same as `countListedBySubject`, without asking: most schools' courses stand on one page. */
function countShownBySubject(shown: readonly CourseHead[]): { subject: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const { subject } of shown) counts.set(subject, (counts.get(subject) ?? 0) + 1)
  return [...counts].map(([subject, count]) => ({ subject, count }))
}
