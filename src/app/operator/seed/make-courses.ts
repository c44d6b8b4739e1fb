import { addAttachment, addLesson, addSection, createCourse, editLesson, publishCourse, setCoursePrice, updateCourse } from '#modules/catalog/index.ts'
import { saveFile, type FilePurpose } from '#modules/files/index.ts'
import type { SeedCourse, SeedLesson, SeedMedia, SeedSchool } from '../../../../db/seeds/seed-content.ts'
import type { DemoCtx, MadeSchool } from './make-school.ts'

/** A demo course that stands. */
export interface MadeCourse {
  courseId: string
  course: SeedCourse
}

/** Builds the school's courses as its owner would, files and all. */
export async function makeCourses(made: MadeSchool, school: SeedSchool): Promise<MadeCourse[]> {
  const courses: MadeCourse[] = []
  for (const course of school.courses) courses.push({ courseId: await makeCourse(made, school, course), course })
  return courses
}

async function makeCourse(made: MadeSchool, school: SeedSchool, course: SeedCourse): Promise<string> {
  const ctx = made.owner
  const { courseId, slug } = await createCourse(ctx, { title: course.title, slug: course.slug })
  await updateCourse(ctx, {
    courseId,
    title: course.title,
    slug,
    subject: course.subject,
    level: course.level,
    summary: course.summary,
    descriptionHtml: course.description,
    outcomes: course.outcomes,
    instructorMembershipId: made.cast.get(course.instructorKey)?.membershipId ?? null,
  })
  for (const section of course.sections) {
    const { sectionId } = await addSection(ctx, { courseId, title: section.title })
    for (const lesson of section.lessons) await makeLesson(ctx, { courseId, sectionId, lesson })
  }
  await setCoursePrice(ctx, { courseId, priceCents: course.priceCents, currency: school.currency })
  if (course.status !== 'draft') await publishCourse(ctx, { courseId, isUnlisted: course.status === 'unlisted' })
  return courseId
}

async function makeLesson(ctx: DemoCtx, place: { courseId: string; sectionId: string; lesson: SeedLesson }): Promise<void> {
  const { courseId, sectionId, lesson } = place
  const { lessonId } = await addLesson(ctx, { courseId, sectionId, title: lesson.title, kind: lesson.kind })
  const mediaFileId = lesson.media && lesson.kind !== 'text' ? await store(ctx, lesson.media, lesson.kind) : null
  await editLesson(ctx, { courseId, lessonId, title: lesson.title, bodyHtml: lesson.bodyHtml ?? '', mediaFileId, isPreview: lesson.isPreview ?? false })
  for (const attachment of lesson.attachments ?? []) {
    await addAttachment(ctx, { courseId, lessonId, fileId: await store(ctx, attachment, purposeOf(attachment)) })
  }
}

async function store(ctx: DemoCtx, media: SeedMedia, purpose: FilePurpose): Promise<string> {
  const { fileId } = await saveFile(ctx, { name: media.name, purpose, bytes: await media.bytes(), durationSeconds: media.durationSeconds ?? null })
  return fileId
}

function purposeOf(media: SeedMedia): FilePurpose {
  return media.mediaType === 'application/pdf' ? 'pdf' : 'file'
}
