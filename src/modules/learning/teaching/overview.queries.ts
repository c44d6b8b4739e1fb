import { sql } from 'kysely'
import type { Tx } from '#platform/db/transaction.ts'
import type { SetUpFacts, TeachingFigures } from './teaching.schema.ts'

/** Which school, and when it is there. */
export interface SchoolMoment {
  organizationId: string
  /** IANA name: months begin at the school's midnight. */
  timeZone: string
  now: Date
}

/** Figures about learning; a month is one of the school's own calendar, a week is the last seven days. */
export async function readTeachingFigures(tx: Tx, { organizationId, timeZone, now }: SchoolMoment): Promise<TeachingFigures> {
  const result = await sql<TeachingFigures>`
    with month as (
      select date_trunc('month', ${now}::timestamptz at time zone ${timeZone}) at time zone ${timeZone} as begins,
        (date_trunc('month', ${now}::timestamptz at time zone ${timeZone}) - interval '1 month') at time zone ${timeZone} as before
    ), first as (
      select user_id, min(started_at) as started_at, bool_or(status = 'active') as is_active
      from enrolments where organization_id = ${organizationId} group by user_id
    )
    select
      (select count(*) from first, month where started_at >= begins)::int as "newStudentsThisMonth",
      (select count(*) from first, month where started_at >= before and started_at < begins)::int as "newStudentsLastMonth",
      (select count(*) from first where is_active)::int as "studentCount",
      (select count(distinct user_id) from enrolments
        where organization_id = ${organizationId} and status = 'active' and last_seen_at > ${now}::timestamptz - interval '7 days')::int as "activeLearnersThisWeek",
      (select count(*) from enrolments, month where organization_id = ${organizationId} and completed_at >= begins)::int as "coursesFinishedThisMonth",
      (select count(*) from enrolments where organization_id = ${organizationId} and completed_at is not null)::int as "coursesFinishedEver"`.execute(tx)
  const figures = result.rows[0]
  if (!figures) throw new Error('the figures query gave no row')
  return figures
}

/** A line of "learning now". */
export interface LearningNowRow {
  enrolmentId: string
  userId: string
  /** Empty for those who never gave one. */
  name: string
  courseId: string
  courseTitle: string
  lessonTitle: string
  kind: string
  durationSeconds: number | null
  watchedSeconds: number
  isLessonComplete: boolean
  completedCount: number
  lessonCount: number
  seenAt: Date
}

/** Who was at a lesson last, newest first. */
export async function listLearningNow(tx: Tx, organizationId: string, limit: number): Promise<LearningNowRow[]> {
  const rows = await sql<LearningNowRow>`
    select e.id as "enrolmentId", e.user_id as "userId", coalesce(nullif(m.display_name, ''), u.name, '') as name,
      c.id as "courseId", c.title as "courseTitle", l.title as "lessonTitle", l.kind, l.duration_seconds as "durationSeconds",
      coalesce(p.watched_seconds, 0) as "watchedSeconds", p.completed_at is not null as "isLessonComplete", e.last_seen_at as "seenAt",
      (select count(*) from lesson_progress d join lessons dl on dl.organization_id = d.organization_id and dl.id = d.lesson_id
        where d.organization_id = e.organization_id and d.course_id = e.course_id and d.user_id = e.user_id and d.completed_at is not null)::int as "completedCount",
      (select count(*) from lessons al where al.organization_id = e.organization_id and al.course_id = e.course_id)::int as "lessonCount"
    from enrolments e
    join courses c on c.organization_id = e.organization_id and c.id = e.course_id
    join lessons l on l.organization_id = e.organization_id and l.id = e.last_lesson_id
    left join lesson_progress p on p.organization_id = e.organization_id and p.user_id = e.user_id and p.lesson_id = e.last_lesson_id
    left join organization_memberships m on m.organization_id = e.organization_id and m.user_id = e.user_id
    left join users u on u.id = e.user_id
    where e.organization_id = ${organizationId} and e.last_seen_at is not null and e.status = 'active'
    order by e.last_seen_at desc, e.id
    limit ${limit}`.execute(tx)
  return rows.rows
}

/** How far the school is set up. The tables belong to the modules on the left; here they are only asked whether something is there. */
export async function readSetUpFacts(tx: Tx, organizationId: string): Promise<SetUpFacts> {
  const result = await sql<SetUpFacts>`
    with own as (
      select c.id, c.title, c.status,
        (select o.price_cents from offers o where o.organization_id = c.organization_id and o.subject_kind = 'course' and o.subject_id = c.id and o.status = 'active') as price_cents,
        exists (select 1 from lessons l where l.organization_id = c.organization_id and l.course_id = c.id) as has_lesson
      from courses c where c.organization_id = ${organizationId} and c.deleted_at is null
    )
    select
      exists (select 1 from own) as "hasCourse",
      exists (select 1 from own where price_cents is not null) as "hasPrice",
      exists (select 1 from own where has_lesson) as "hasLesson",
      exists (select 1 from own where status <> 'draft') as "isPublished",
      exists (select 1 from own where status <> 'draft' and price_cents > 0) as "hasPaidCourse",
      exists (select 1 from organization_invitations i where i.organization_id = ${organizationId})
        or (select count(*) from organization_memberships m where m.organization_id = ${organizationId} and m.deleted_at is null) > 1 as "hasInvited",
      coalesce((select a.status from payout_accounts a where a.organization_id = ${organizationId} limit 1), 'none') as payouts,
      coalesce((select jsonb_agg(jsonb_build_object('id', id, 'title', title) order by title) from own where status <> 'draft' and price_cents is null), '[]') as "publishedWithoutPrice",
      coalesce((select jsonb_agg(jsonb_build_object('id', id, 'title', title) order by title) from own where status <> 'draft' and not has_lesson), '[]') as "publishedWithoutLessons"`.execute(tx)
  const facts = result.rows[0]
  if (!facts) throw new Error('the set-up query gave no row')
  return facts
}
