import type { TenantCtx, Tx } from '#platform/ctx.ts'
import { InvalidInput, NotFound } from '#platform/errors/app-error.ts'
import { findReadyFile } from '#modules/files/index.ts'
import { changingCourse, isId } from '../catalog-ctx.ts'
import { builderWords } from '../ui/words/builder-words.ts'
import { deleteAttachment, insertAttachment, listAttachmentIds, writeAttachmentOrder } from './attachments.queries.ts'
import { findLesson } from './lessons.queries.ts'

interface Place {
  courseId: string
  lessonId: string
}

/**
 * Offers a file with a lesson, after those that are there.
 *
 * @throws InvalidInput when the file is not here; NotFound when the lesson is not in this course
 */
export async function addAttachment(ctx: TenantCtx, input: Place & { fileId: string }): Promise<void> {
  await changingAttachments(ctx, input, async (tx, ids) => {
    const file = isId(input.fileId) ? await findReadyFile(tx, ctx.organizationId, input.fileId) : null
    if (!file) throw new InvalidInput({ fileId: builderWords().fileGone })
    await insertAttachment(tx, { organizationId: ctx.organizationId, id: ctx.ids.next(), lessonId: input.lessonId, fileId: file.fileId, position: ids.length })
  })
}

/** Takes a file from a lesson. @throws NotFound when it is not one of this lesson's */
export async function removeAttachment(ctx: TenantCtx, input: Place & { attachmentId: string }): Promise<void> {
  await changingAttachments(ctx, input, async (tx, ids) => {
    if (!ids.includes(input.attachmentId)) throw new NotFound()
    await deleteAttachment(tx, ctx.organizationId, input.attachmentId)
    await writeAttachmentOrder(tx, ctx.organizationId, ids.filter((id) => id !== input.attachmentId))
  })
}

/** Moves a file one place. @throws NotFound when it is not one of this lesson's */
export async function moveAttachment(ctx: TenantCtx, input: Place & { attachmentId: string; step: 'up' | 'down' }): Promise<void> {
  await changingAttachments(ctx, input, async (tx, ids) => {
    const at = ids.indexOf(input.attachmentId)
    if (at < 0) throw new NotFound()

    const rest = ids.filter((id) => id !== input.attachmentId)
    const to = Math.min(Math.max(0, at + (input.step === 'up' ? -1 : 1)), rest.length)
    await writeAttachmentOrder(tx, ctx.organizationId, [...rest.slice(0, to), input.attachmentId, ...rest.slice(to)])
  })
}

async function changingAttachments(ctx: TenantCtx, place: Place, work: (tx: Tx, ids: string[]) => Promise<void>): Promise<void> {
  await changingCourse(ctx, place.courseId, async ({ tx, course }) => {
    const lesson = isId(place.lessonId) ? await findLesson(tx, ctx.organizationId, course.id, place.lessonId) : null
    if (!lesson) throw new NotFound()
    await work(tx, await listAttachmentIds(tx, ctx.organizationId, lesson.id))
  })
}
