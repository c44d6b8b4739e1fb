import type { TenantCtx, Tx } from '#platform/ctx.ts'
import { InvalidInput, NotFound } from '#platform/errors/app-error.ts'
import { findReadyFile, type StoredFile } from '#modules/files/index.ts'
import type { LessonEdit } from '../catalog.schema.ts'
import { changingCourse, isId } from '../catalog-ctx.ts'
import { sanitiseRichText } from '../rich-text/sanitise-rich-text.ts'
import { builderWords } from '../ui/words/builder-words.ts'
import { findLesson, updateLessonRow, writeLessonMedia, writeLessonText, type LessonRow } from './lessons.queries.ts'

/**
 * Writes a lesson: its title, its text, whether everybody may see it, and, if given, the file it plays or shows.
 *
 * @throws InvalidInput beside `mediaFileId` when the file is not one that this kind of lesson can show
 * @throws NotFound when the lesson is not in this course
 */
export async function editLesson(ctx: TenantCtx, input: LessonEdit & { courseId: string; lessonId: string }): Promise<void> {
  await changingLesson(ctx, input, async (tx, lesson) => {
    await updateLessonRow(tx, ctx.organizationId, lesson.id, { title: input.title, is_preview: input.isPreview })
    await writeLessonText(tx, ctx.organizationId, lesson.id, sanitiseRichText(input.bodyHtml))
    if (input.mediaFileId !== undefined) await putMedia(tx, ctx, lesson, input.mediaFileId)
  })
}

/**
 * Gives a lesson the file that it plays or shows, or takes it away. Apart from the text, so that a long upload is
 * kept the moment it ends.
 *
 * @param input null takes it away
 * @throws InvalidInput when the file is not one that this kind of lesson can show
 */
export async function setLessonMedia(ctx: TenantCtx, input: { courseId: string; lessonId: string; fileId: string | null }): Promise<void> {
  await changingLesson(ctx, input, (tx, lesson) => putMedia(tx, ctx, lesson, input.fileId))
}

async function changingLesson(ctx: TenantCtx, place: { courseId: string; lessonId: string }, work: (tx: Tx, lesson: LessonRow) => Promise<void>): Promise<void> {
  await changingCourse(ctx, place.courseId, async ({ tx, course }) => {
    const lesson = isId(place.lessonId) ? await findLesson(tx, ctx.organizationId, course.id, place.lessonId) : null
    if (!lesson) throw new NotFound()
    await work(tx, lesson)
  })
}

async function putMedia(tx: Tx, ctx: TenantCtx, lesson: LessonRow, fileId: string | null): Promise<void> {
  const media: StoredFile | null = fileId && isId(fileId) ? await findReadyFile(tx, ctx.organizationId, fileId) : null
  if (fileId && media?.purpose !== lesson.kind) {
    throw new InvalidInput({ mediaFileId: builderWords().fileGoneOrWrong })
  }
  await writeLessonMedia(tx, ctx.organizationId, lesson.id, media?.fileId ?? null)
  await updateLessonRow(tx, ctx.organizationId, lesson.id, { duration_seconds: media?.durationSeconds ?? null })
}
