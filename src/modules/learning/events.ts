import { z } from 'zod'

/** Every lesson of a course is complete, for the first time. */
export const courseCompleted = {
  name: 'course.completed',
  version: 1,
  payload: z.object({
    enrolmentId: z.uuid(),
    courseId: z.uuid(),
    userId: z.uuid(),
    title: z.string(),
    completedAt: z.iso.datetime(),
  }),
} as const
export type CourseCompleted = z.infer<typeof courseCompleted.payload>
