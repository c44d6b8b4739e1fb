import type { Client } from 'pg'

/** Courses of each school: as many as the goals of this benchmark speak of. */
export const coursesOfASchool = 60
const lessonsOfACourse = 2

/** The address name of the nth school, from 1. */
export function slugOf(school: number): string {
  return `school-${school}`
}

/**
 * Fills an empty migrated database with schools: each with a teacher who is shown in public, and 60 published courses
 * with an active offer, a section and two lessons. The rows lie school by school, as when each school made its courses
 * in one go: reading them costs little, so what the door adds weighs the more.
 *
 * @param client connected as the superuser, to the database itself
 * @returns how many rows of courses there are now
 */
export async function fillSchools(client: Client, schools: number): Promise<number> {
  // Triggers of foreign keys would look up every row again; what is made here points where it should.
  await client.query(`set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '256MB'`)
  const [perSchool, lessons] = [coursesOfASchool, lessonsOfACourse]
  const everyCourse = `generate_series(1, ${schools}) s, generate_series(1, ${perSchool}) c`
  const course = `s * ${perSchool} + c`
  await client.query(`insert into users (id, name, email) select ${id('1', 's')}, 'Teacher ' || s, 'teacher-' || s || '@bench.example' from generate_series(1, ${schools}) s`)
  await client.query(`insert into organizations (id, slug, name, tagline, hero_title, hero_text)
    select ${id('2', 's')}, 'school-' || s, 'School ' || s, 'Music for everyone', 'Learn to play', 'Lessons that stay with you, at your own pace.' from generate_series(1, ${schools}) s`)
  await client.query(`insert into organization_memberships (organization_id, id, user_id, role, display_name, title, is_public)
    select ${id('2', 's')}, ${id('3', 's')}, ${id('1', 's')}, 'instructor', 'Teacher ' || s, 'Piano', true from generate_series(1, ${schools}) s`)
  await client.query(`insert into courses (organization_id, id, slug, title, subject, level, summary, status, instructor_membership_id, position, published_at, lesson_count)
    select ${id('2', 's')}, ${id('4', course)}, 'course-' || c, 'Course ' || c || ' of school ' || s, (array['piano', 'guitar', 'voice', 'violin', 'drums', 'theory'])[1 + c % 6], 'beginner',
      'What you learn in course ' || c || ', step by step, with a recording for each of its lessons.', 'published', ${id('3', 's')}, c, now(), ${lessons} from ${everyCourse} order by s, c`)
  await client.query(`insert into offers (organization_id, id, subject_kind, subject_id, title, price_cents, currency)
    select ${id('2', 's')}, ${id('5', course)}, 'course', ${id('4', course)}, 'Course ' || c || ' of school ' || s, 1900 + c * 100, 'eur' from ${everyCourse} order by s, c`)
  await client.query(`insert into sections (organization_id, id, course_id, title, position)
    select ${id('2', 's')}, ${id('6', course)}, ${id('4', course)}, 'The beginning', 0 from ${everyCourse} order by s, c`)
  await client.query(`insert into lessons (organization_id, id, course_id, section_id, title, kind, position)
    select ${id('2', 's')}, ${id('7', `(${course}) * ${lessons} + l`)}, ${id('4', course)}, ${id('6', course)}, 'Lesson ' || l, 'text', l
    from ${everyCourse}, generate_series(1, ${lessons}) l order by s, c, l`)
  await client.query('reset session_replication_role')
  await client.query('vacuum (analyze)')
  const counted = await client.query<{ count: number }>('select count(*)::int as count from courses')
  return counted.rows[0]?.count ?? 0
}

/** Ids in order of time, as uuid v7 are: a number behind a letter for the kind of thing. */
function id(kind: string, number: string): string {
  return `('0190000${kind}-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`
}
