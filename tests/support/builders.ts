import { v7 } from 'uuid'
import type { MemberRole } from '../../src/platform/db/with-tenant.ts'
import type { TestDatabase } from './test-database.ts'

/** A school with an owner, made directly in the tables: the ground for tests that are about something else. */
export interface BuiltSchool {
  organizationId: string
  slug: string
  ownerId: string
}

/** Makes a user. */
export async function buildUser(database: TestDatabase, name: string, email = `${name.toLowerCase()}-${v7().slice(-6)}@test.example`): Promise<string> {
  const id = v7()
  await database.superuser.query('insert into users (id, name, email, email_verified_at) values ($1, $2, $3, now())', [id, name, email])
  return id
}

/** Gives a user a role in a school. */
export async function buildMembership(database: TestDatabase, organizationId: string, userId: string, role: MemberRole): Promise<string> {
  const id = v7()
  await database.superuser.query(
    'insert into organization_memberships (organization_id, id, user_id, role, display_name) select $1, $2, $3, $4, name from users where id = $3',
    [organizationId, id, userId, role],
  )
  return id
}

/** Makes a school with its owner. */
export async function buildSchool(database: TestDatabase, slug: string): Promise<BuiltSchool> {
  const organizationId = v7()
  await database.superuser.query('insert into organizations (id, slug, name) values ($1, $2, $3)', [organizationId, slug, slug])
  const ownerId = await buildUser(database, `Owner of ${slug}`)
  await buildMembership(database, organizationId, ownerId, 'owner')
  return { organizationId, slug, ownerId }
}

/** Makes a published course with one section and one text lesson. */
export async function buildCourse(database: TestDatabase, organizationId: string, title = 'Piano'): Promise<{ courseId: string; sectionId: string; lessonId: string }> {
  const [courseId, sectionId, lessonId] = [v7(), v7(), v7()]
  const run = (text: string, values: unknown[]) => database.superuser.query(text, values)
  await run(`insert into courses (organization_id, id, slug, title, status, published_at) values ($1, $2, $3, $4, 'published', now())`, [organizationId, courseId, `course-${courseId.slice(-8)}`, title])
  await run('insert into sections (organization_id, id, course_id, title, position) values ($1, $2, $3, $4, 0)', [organizationId, sectionId, courseId, 'Begin'])
  await run(`insert into lessons (organization_id, id, course_id, section_id, title, kind, position) values ($1, $2, $3, $4, $5, 'text', 0)`, [organizationId, lessonId, courseId, sectionId, 'First'])
  await run('insert into lesson_contents (organization_id, lesson_id, body_html) values ($1, $2, $3)', [organizationId, lessonId, '<p>Paid for</p>'])
  return { courseId, sectionId, lessonId }
}
