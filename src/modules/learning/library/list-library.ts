import { SignInRequired } from '#platform/errors/app-error.ts'
import { signFileLink } from '#modules/files/index.ts'
import { lessonToGoOnWith } from '../player/next-lesson.ts'
import type { PlayerCtx } from '../player/read-player.ts'
import { coursePercent } from '../progress/completion.ts'
import { listShelf, listShelfLessons, type ShelfLesson, type ShelfRow } from './library.queries.ts'
import type { LibraryCourse } from './library.schema.ts'

const coverLinkSeconds = 24 * 3600

/**
 * The courses that the person may learn here, the one used last first. What ended is not among them.
 *
 * @throws SignInRequired for a visitor
 */
export async function listLibrary(ctx: PlayerCtx): Promise<LibraryCourse[]> {
  const { organizationId, userId } = ctx
  if (userId === null) throw new SignInRequired()

  return ctx.inTenant(async ({ tx }) => {
    const shelf = await listShelf(tx, organizationId, userId)
    const lessons = await listShelfLessons(tx, { organizationId, userId, courseIds: shelf.map(({ courseId }) => courseId) })
    const byCourse = Map.groupBy(lessons, ({ courseId }) => courseId)
    return shelf.map((row) => showCourse(ctx, row, byCourse.get(row.courseId) ?? []))
  })
}

function showCourse(ctx: PlayerCtx, row: ShelfRow, lessons: ShelfLesson[]): LibraryCourse {
  const completedCount = lessons.filter(({ isComplete }) => isComplete).length
  const next = lessonToGoOnWith(lessons, row.lastLessonId)
  return {
    courseId: row.courseId,
    slug: row.slug,
    title: row.title,
    subject: row.subject,
    coverUrl: linkToCover(ctx, row),
    teacherName: row.teacherName,
    lessonCount: lessons.length,
    completedCount,
    percent: coursePercent(completedCount, lessons.length),
    completedAt: row.completedAt?.toISOString() ?? null,
    next: next && { lessonId: next.id, title: next.title },
    isNew: row.lastLessonId === null,
  }
}

function linkToCover(ctx: PlayerCtx, { coverFileId, coverStorageKey }: ShelfRow): string | null {
  if (!coverFileId || !coverStorageKey) return null

  return signFileLink({ config: ctx.linkConfig, organizationId: ctx.organizationId, fileId: coverFileId, storageKey: coverStorageKey, expiresInSeconds: coverLinkSeconds, now: ctx.clock.now() })
}
