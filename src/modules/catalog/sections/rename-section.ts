import type { TenantCtx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { changingCourse, isId } from '../catalog-ctx.ts'
import { renameSectionRow } from './sections.queries.ts'

/** @throws NotFound when the section is not in this course */
export async function renameSection(ctx: TenantCtx, input: { courseId: string; sectionId: string; title: string }): Promise<void> {
  await changingCourse(ctx, input.courseId, async ({ tx, course }) => {
    if (!isId(input.sectionId)) throw new NotFound()
    const isDone = await renameSectionRow(tx, { organizationId: ctx.organizationId, courseId: course.id, sectionId: input.sectionId }, input.title)
    if (!isDone) throw new NotFound()
  })
}
