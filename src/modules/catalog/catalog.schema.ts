import { z } from 'zod'
import { lessonKinds } from './course-words.ts'

const id = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'This is no longer there.')
const title = z.string().trim().min(1, 'Give it a title.').max(160, 'Keep the title under 160 letters.')
const slug = z.string().trim().toLowerCase()
  .regex(/^[a-z0-9]([a-z0-9-]{0,78}[a-z0-9])?$/, 'Use small letters, digits and hyphens, up to 80 of them.')

export const newCourseSchema = z.object({ title })

/** The settings of a course. Outcomes come one a line. */
export const courseSettingsSchema = z.object({
  title,
  slug,
  subject: z.string().trim().toLowerCase().max(40, 'Keep the subject under 40 letters.').default(''),
  level: z.string().trim().toLowerCase().max(40, 'Keep the level under 40 letters.').default(''),
  summary: z.string().trim().max(400, 'Keep the summary under 400 letters.').default(''),
  descriptionHtml: z.string().max(100_000, 'The description is too long.').default(''),
  outcomes: z.string().max(4000, 'Keep this under 4,000 letters.').default('')
    .transform((text) => text.split(/\r?\n/).map((line) => line.trim()).filter(Boolean))
    .refine((lines) => lines.length <= 12, 'Twelve lines are enough; more are not read.'),
  instructorMembershipId: z.union([z.literal('').transform(() => null), id]).nullable().default(null),
})
export type CourseSettings = z.output<typeof courseSettingsSchema>

export const sectionTitleSchema = z.object({ title })
export const newLessonSchema = z.object({ title, kind: z.enum(lessonKinds, 'Choose what kind of lesson it is.') })

/** What the lesson editor sends. */
export const lessonEditSchema = z.object({
  title,
  bodyHtml: z.string().max(400_000, 'This text is too long for one lesson.').default(''),
  /** Left out, the file stays as it is. */
  mediaFileId: z.union([z.literal('').transform(() => null), id]).nullable().optional(),
  isPreview: z.union([z.literal('on').transform(() => true), z.boolean()], 'Tick it, or leave it empty.').default(false),
})
export type LessonEdit = z.output<typeof lessonEditSchema>


/** A price as somebody typed it: "89", "89.50", "89,50"; empty is none yet, 0 is free. */
export const priceSchema = z.object({
  price: z.string().trim().max(20, 'Write the price as a number, such as 89 or 89.50.').transform((text, context) => {
    if (text === '') return null
    const found = /^(\d{1,6})(?:[.,](\d{1,2}))?$/.exec(text.replace(/[\s\u00a0€$£]/g, ''))
    if (found) return Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'))
    context.addIssue({ code: 'custom', message: 'Write the price as a number, such as 89 or 89.50. For a free course, write 0.' })
    return z.NEVER
  }),
})
