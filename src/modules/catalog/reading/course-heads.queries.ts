import { sql } from 'kysely'
import { textsOf } from '#modules/tenancy/index.ts'
import type { Tx } from '#platform/ctx.ts'
import type { CoursePlace } from './course-cursor.ts'

/** A course without what is in it: what cards and the head of its page show. */
export interface CourseHead {
  id: string
  slug: string
  title: string
  subject: string
  level: string
  summary: string
  descriptionHtml: string
  outcomes: string[]
  status: string
  /** Null when nobody is named, or the person is not shown in public. */
  teacherName: string | null
  /** The school's own picture; a cover is drawn where there is none. */
  cover: { fileId: string; storageKey: string } | null
  lessonCount: number
}

type Wanted = { courseId: string } | { slug: string } | ShelfWanted

/** One page of a school's shelf. */
interface ShelfWanted {
  organizationId: string
  listedAfter: CoursePlace | null
  /** Null for all. */
  subject: string | null
  limit: number
}

interface HeadRow extends Omit<CourseHead, 'cover'>, CoursePlace {
  coverFileId: string | null
}

const head = sql<HeadRow>`
  select c.id, c.slug, c.title, c.subject, c.level, c.summary, c.description_html as "descriptionHtml", c.outcomes, c.status, c.position,
    c.cover_file_id as "coverFileId", nullif(m.display_name, '') as "teacherName", c.lesson_count as "lessonCount"
  from courses c
  left join organization_memberships m on m.organization_id = c.organization_id and m.id = c.instructor_membership_id and m.deleted_at is null`

/** One course by its id or address, if the reader may know of it. */
export async function findCourseHead(tx: Tx, wanted: { courseId: string } | { slug: string }): Promise<CourseHead | null> {
  return (await selectHeads(tx, wanted))[0] ?? null
}

/** Courses on the school's site in the school's order, one page of them. */
export async function listCourseHeads(tx: Tx, wanted: ShelfWanted): Promise<(CourseHead & CoursePlace)[]> {
  return selectHeads(tx, wanted)
}

async function selectHeads(tx: Tx, wanted: Wanted): Promise<(CourseHead & CoursePlace)[]> {
  // The policies compare with the claims in any case; a shelf names its school besides, so that the plan knows it.
  const school = 'organizationId' in wanted ? sql`${wanted.organizationId}` : sql`(select current_organization())`
  const here = sql`c.organization_id = ${school} and c.deleted_at is null`
  if ('courseId' in wanted) return withCovers(tx, await sql<HeadRow>`${head} where ${here} and c.id = ${wanted.courseId}`.execute(tx))
  if ('slug' in wanted) return withCovers(tx, await sql<HeadRow>`${head} where ${here} and c.slug = ${wanted.slug}`.execute(tx))

  const after = wanted.listedAfter ? sql`and (c.position, c.id) > (${wanted.listedAfter.position}, ${wanted.listedAfter.id}::uuid)` : sql``
  const about = wanted.subject ? sql`and c.subject = ${wanted.subject}` : sql``
  const listed = await sql<HeadRow>`${head} where ${here} and c.status = 'published' ${after} ${about}
    order by c.position, c.id limit ${wanted.limit}`.execute(tx)
  return withCovers(tx, listed)
}

/** Most courses have a drawn cover. Files have the longest rules of all tables: they are asked only where there is one. */
async function withCovers(tx: Tx, { rows }: { rows: HeadRow[] }): Promise<(CourseHead & CoursePlace)[]> {
  const fileIds = rows.flatMap((row) => row.coverFileId ?? [])
  const files = fileIds.length === 0 ? [] : await tx.selectFrom('files').select(['id', 'storage_key'])
    .where('organization_id', '=', sql<string>`(select current_organization())`).where('id', 'in', fileIds).where('status', '=', 'ready').execute()
  const byId = new Map(files.map((file) => [file.id, { fileId: file.id, storageKey: file.storage_key }]))
  return rows.map(({ coverFileId, ...course }) => ({ ...course, cover: byId.get(coverFileId ?? '') ?? null }))
}

/** The addresses of all courses on the site, for search engines. */
export async function listCourseAddresses(tx: Tx, organizationId: string, limit: number): Promise<{ slug: string; changedAt: Date }[]> {
  const rows = await tx.selectFrom('courses').select(['slug', 'updated_at']).where('organization_id', '=', organizationId).where('status', '=', 'published').where('deleted_at', 'is', null)
    .orderBy('position').orderBy('id').limit(limit).execute()
  return rows.map((row) => ({ slug: row.slug, changedAt: row.updated_at }))
}

/** How many courses are on the site, by subject. */
export async function countListedBySubject(tx: Tx, organizationId: string): Promise<{ subject: string; count: number }[]> {
  const result = await sql<{ subject: string; count: number }>`select subject, count(*)::int as count from courses
    where organization_id = ${organizationId} and status = 'published' and deleted_at is null
    group by subject order by min(position), subject`.execute(tx)
  return result.rows
}

/** Someone who teaches here, as the public may know them. */
export interface PublicTeacher {
  id: string
  name: string
  title: string
  bio: string
  /** Which typed profile they have, and what it says; '' and nothing for none. */
  profileType: string
  profile: Record<string, string>
}

/** Who teaches here and is shown in public. */
export async function listPublicTeachers(tx: Tx, organizationId: string): Promise<PublicTeacher[]> {
  const rows = await tx.selectFrom('organization_memberships').select(['id', 'display_name', 'title', 'bio', 'profile_type', 'profile'])
    .where('organization_id', '=', organizationId).where('is_public', '=', true).where('deleted_at', 'is', null)
    .orderBy('id').limit(24).execute()
  return rows.map((row) => ({ id: row.id, name: row.display_name, title: row.title, bio: row.bio, profileType: row.profile_type ?? '', profile: textsOf(row.profile) }))
}

/** The courses that the person may learn here. Asked only for someone who is signed in: visitors have no such right. */
export async function listOwnCourseIds(tx: Tx): Promise<Set<string>> {
  const result = await sql<{ id: string }>`select id from my_active_courses() as mine(id)`.execute(tx)
  return new Set(result.rows.map((row) => row.id))
}
