import type { TenantCtx } from '#platform/ctx.ts'
import { requirePermission } from '#modules/tenancy/index.ts'
import { presetOf } from '#modules/tenancy/presets/presets.schema.ts'
import { createCourse } from '../courses/create-course.ts'
import { deleteCourse } from '../courses/delete-course.ts'
import { publishCourse } from '../courses/publish-course.ts'
import { setCoursePrice } from '../courses/set-course-price.ts'
import { updateCourse } from '../courses/update-course.ts'
import { addLesson } from '../lessons/add-lesson.ts'
import { editLesson } from '../lessons/edit-lesson.ts'
import { addSection } from '../sections/add-section.ts'
import { adoptSamples, listSamples } from './samples.queries.ts'
import { sampleWords } from './words/sample-words.ts'

/** What came with the school and is still there, in figures. */
export interface SampleFigures {
  /** Courses that nobody began: these go. */
  courseCount: number
  lessonCount: number
  /** Courses that somebody has: these stay, and are the school's own from then on. */
  keptCount: number
}

/**
 * Gives a new school a sample of its kind, in the language of who opens it: one free course on its site, by the same
 * steps as anybody's.
 *
 * @param input `currency` in ISO 4217, small letters
 * @throws NotAllowed for who may not build and price courses
 */
export async function addSample(ctx: TenantCtx, input: { preset: string; currency: string }): Promise<void> {
  const sample = sampleWords()[presetOf(input.preset).value]
  const { courseId, slug } = await createCourse(ctx, { title: sample.title, isSample: true })
  await updateCourse(ctx, { courseId, slug, title: sample.title, subject: sample.subject, level: 'beginner', summary: sample.summary, descriptionHtml: sample.description, outcomes: [], instructorMembershipId: null })
  const { sectionId } = await addSection(ctx, { courseId, title: sample.section })
  for (const [index, { title, html }] of sample.lessons.entries()) {
    const { lessonId } = await addLesson(ctx, { courseId, sectionId, title, kind: 'text' })
    await editLesson(ctx, { courseId, lessonId, title, bodyHtml: html, mediaFileId: null, isPreview: index === 0 })
  }
  await setCoursePrice(ctx, { courseId, priceCents: 0, currency: input.currency })
  await publishCourse(ctx, { courseId, isUnlisted: false })
}

/**
 * What removing the samples would do.
 *
 * @throws NotAllowed without courses.manage
 */
export async function readSamples(ctx: TenantCtx): Promise<SampleFigures> {
  const samples = await samplesOf(ctx)
  const unused = samples.filter(({ isUsed }) => !isUsed)
  return { courseCount: unused.length, lessonCount: unused.reduce((sum, { lessonCount }) => sum + lessonCount, 0), keptCount: samples.length - unused.length }
}

/**
 * Removes all samples that nobody began; the others stay as the school's own. Asked again, nothing happens.
 *
 * @throws NotAllowed without courses.manage; CourseInUse when somebody began one in that very moment
 */
export async function removeSamples(ctx: TenantCtx): Promise<void> {
  for (const { id, isUsed } of await samplesOf(ctx)) if (!isUsed) await deleteCourse(ctx, { courseId: id })
  await ctx.inTenant(({ tx }) => adoptSamples(tx, ctx.organizationId))
}

function samplesOf(ctx: TenantCtx) {
  return ctx.inTenant(({ tx, role }) => {
    requirePermission(role, 'courses.manage')
    return listSamples(tx, ctx.organizationId)
  })
}
