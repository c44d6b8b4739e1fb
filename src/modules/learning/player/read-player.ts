import type { MemberRole, TenantCtx } from '#platform/ctx.ts'
import { NotFound, SignInRequired } from '#platform/errors/app-error.ts'
import { readLessonForLearner, type LessonContent } from '#modules/catalog/index.ts'
import { signFileLink, type LinkConfig } from '#modules/files/index.ts'
import { holdsPermission } from '#modules/tenancy/index.ts'
import { coursePercent, isPlayed, watchedShare } from '../progress/completion.ts'
import { neighbours, resumePosition } from './next-lesson.ts'
import { findCourseBySlug, findOwnEnrolment, listLessonsWithProgress, type LessonWithProgress, type OwnEnrolment } from './player.queries.ts'
import type { PlayerCourse, PlayerDownload, PlayerLesson, PlayerSection, PlayerView } from './player.schema.ts'

/** A player link outlives a long practice session, and not the week. */
const linkSeconds = 8 * 3600

/** The context of the player: links to files are signed with these settings. */
export type PlayerCtx = TenantCtx & { linkConfig: LinkConfig }

/**
 * Reads all that the player shows of a lesson. Those who run courses see it as a preview.
 *
 * @throws SignInRequired for a visitor
 * @throws NotFound when course or lesson are not there for the asker
 */
export async function readPlayer(ctx: PlayerCtx, input: { courseSlug: string; lessonId: string }): Promise<PlayerView> {
  const { organizationId, userId } = ctx
  if (userId === null) throw new SignInRequired()

  return ctx.inTenant(async ({ tx, role }) => {
    const course = await findCourseBySlug(tx, organizationId, input.courseSlug)
    if (!course) throw new NotFound(`no course ${input.courseSlug}`)

    const key = { organizationId, courseId: course.id, userId }
    const enrolment = await findOwnEnrolment(tx, key)
    const mode = modeOf(enrolment, role)
    if (mode === 'ended') return { kind: 'ended', course: { slug: course.slug, title: course.title }, endedAt: enrolment?.endedAt?.toISOString() ?? null }
    if (mode === 'stranger') return { kind: 'not-enrolled', courseSlug: course.slug }

    const lessons = await listLessonsWithProgress(tx, key)
    const lesson = lessons.find(({ id }) => id === input.lessonId)
    if (!lesson) throw new NotFound(`no lesson ${input.lessonId} in this course`)

    const beside = neighbours(lessons, lesson.id)
    return {
      kind: 'lesson',
      mode,
      role,
      course: showCourse(course, lessons, enrolment),
      sections: groupBySection(lessons),
      lesson: showLesson(ctx, lesson, await readLessonForLearner(tx, { courseId: course.id, lessonId: lesson.id })),
      previous: beside.previous && { id: beside.previous.id, title: beside.previous.title },
      next: beside.next && { id: beside.next.id, title: beside.next.title },
    }
  })
}

/** What the asker is to a course. */
export function modeOf(enrolment: Pick<OwnEnrolment, 'status'> | null, role: MemberRole | null): 'learner' | 'preview' | 'ended' | 'stranger' {
  if (enrolment?.status === 'active') return 'learner'
  if (holdsPermission(role, 'courses.manage')) return 'preview'
  return enrolment ? 'ended' : 'stranger'
}

function showCourse(course: { id: string; slug: string; title: string; subject: string }, lessons: LessonWithProgress[], enrolment: OwnEnrolment | null): PlayerCourse {
  const completedCount = lessons.filter(({ isComplete }) => isComplete).length
  return {
    ...course,
    lessonCount: lessons.length,
    completedCount,
    percent: coursePercent(completedCount, lessons.length),
    isComplete: Boolean(enrolment?.completedAt),
  }
}

function groupBySection(lessons: readonly LessonWithProgress[]): PlayerSection[] {
  const sections = new Map<string, PlayerSection>()
  for (const { section, id, title, kind, durationSeconds, isComplete } of lessons) {
    const group = sections.get(section.id) ?? { ...section, lessons: [] }
    group.lessons.push({ id, title, kind, durationSeconds, isComplete })
    sections.set(section.id, group)
  }
  return [...sections.values()]
}

/** A file of a lesson, as catalog tells it. */
type LessonFile = NonNullable<LessonContent['media']>

/** @param content null for a lesson that was just made and has none yet */
function showLesson(ctx: PlayerCtx, lesson: LessonWithProgress, content: LessonContent | null): PlayerLesson {
  const { id, title, kind, durationSeconds, isComplete, completedBy } = lesson
  const media = content?.media ?? null
  const plays = kind === 'video' || kind === 'audio' ? kind : null
  const ownFile = !isPlayed(kind) && media ? [media] : []
  return {
    id,
    title,
    kind,
    durationSeconds,
    bodyHtml: content?.bodyHtml ?? '',
    media: plays && media ? { kind: plays, src: linkTo(ctx, media), mediaType: media.mediaType, sizeBytes: media.sizeBytes } : null,
    downloads: [...ownFile, ...(content?.attachments ?? [])].map((file) => showDownload(ctx, file)),
    resumeSeconds: resumePosition(lesson.positionSeconds, durationSeconds),
    watchedShare: watchedShare(lesson.watchedSeconds, durationSeconds),
    isComplete,
    completedBy,
  }
}

function showDownload(ctx: PlayerCtx, file: LessonFile): PlayerDownload {
  const { fileId, name, mediaType, sizeBytes } = file
  const opens = mediaType === 'application/pdf' || mediaType.startsWith('image/')
  return { fileId, name, mediaType, sizeBytes, href: linkTo(ctx, file, name), openHref: opens ? linkTo(ctx, file) : null }
}

function linkTo(ctx: PlayerCtx, file: LessonFile, downloadName?: string): string {
  const { fileId, storageKey } = file
  return signFileLink({ config: ctx.linkConfig, organizationId: ctx.organizationId, fileId, storageKey, expiresInSeconds: linkSeconds, downloadName, now: ctx.clock.now() })
}
