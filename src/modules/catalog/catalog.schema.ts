import { z } from 'zod'
import { lessonKinds } from './course-words.ts'
import { builderWords } from './ui/words/builder-words.ts'

const id = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, { error: () => builderWords().noLongerThere })
const title = z.string().trim().min(1, { error: () => builderWords().giveTitle }).max(160, { error: () => builderWords().titleTooLong })
const slug = z.string().trim().toLowerCase()
  .regex(/^[a-z0-9]([a-z0-9-]{0,78}[a-z0-9])?$/, { error: () => builderWords().slugLetters })

export const newCourseSchema = z.object({ title })

/** The settings of a course. Outcomes come one a line. */
export const courseSettingsSchema = z.object({
  title,
  slug,
  subject: z.string().trim().toLowerCase().max(40, { error: () => builderWords().subjectTooLong }).default(''),
  level: z.string().trim().toLowerCase().max(40, { error: () => builderWords().levelTooLong }).default(''),
  summary: z.string().trim().max(400, { error: () => builderWords().summaryTooLong }).default(''),
  descriptionHtml: z.string().max(100_000, { error: () => builderWords().descriptionTooLong }).default(''),
  outcomes: z.string().max(4000, { error: () => builderWords().under4000 }).default('')
    .transform((text) => text.split(/\r?\n/).map((line) => line.trim()).filter(Boolean))
    .refine((lines) => lines.length <= 12, { error: () => builderWords().twelveLines }),
  instructorMembershipId: z.union([z.literal('').transform(() => null), id]).nullable().default(null),
})
export type CourseSettings = z.output<typeof courseSettingsSchema>

export const sectionTitleSchema = z.object({ title })
export const newLessonSchema = z.object({ title, kind: z.enum(lessonKinds, { error: () => builderWords().chooseLessonKind }) })

/** What the lesson editor sends. */
export const lessonEditSchema = z.object({
  title,
  bodyHtml: z.string().max(400_000, { error: () => builderWords().lessonTextTooLong }).default(''),
  /** Left out, the file stays as it is. */
  mediaFileId: z.union([z.literal('').transform(() => null), id]).nullable().optional(),
  isPreview: z.union([z.literal('on').transform(() => true), z.boolean()], { error: () => builderWords().tickOrLeave }).default(false),
})
export type LessonEdit = z.output<typeof lessonEditSchema>


/** A price as somebody typed it: "89", "89.50", "89,50"; empty is none yet, 0 is free. */
export const priceSchema = z.object({
  price: z.string().trim().max(20, { error: () => builderWords().priceAsNumber }).transform((text, context) => {
    if (text === '') return null
    const found = /^(\d{1,6})(?:[.,](\d{1,2}))?$/.exec(text.replace(/[\s\u00a0€$£]/g, ''))
    if (found) return Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'))
    context.addIssue({ code: 'custom', message: builderWords().priceAsNumberOrFree })
    return z.NEVER
  }),
})
