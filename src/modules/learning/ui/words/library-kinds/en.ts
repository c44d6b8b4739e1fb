import type { Wording } from '#modules/tenancy/presets/wording.schema.ts'

/** The sentences of a learner’s shelf that name the school’s things. */
export const en = ({ course, lesson }: Wording) => ({
  myCourses: `My ${course.many}`,
  appearsHere: `A ${course.one} that you buy or begin appears here at once, and you go on with it from any device.`,
  accessEnded: `Your access to this ${course.one} has ended`,
  whyEnded: `This happens when a purchase is refunded. What you learned is kept: if you take the ${course.one} again, you go on where you stopped.`,
  seeTheCourse: `See the ${course.one}`,

  seeTheCourses: `See the ${course.many}`,

  allLessons: (lessonCount: number) => (lessonCount === 1 ? `The one ${lesson.one}` : `All ${lessonCount} ${lesson.many}`),
  stillPrepared: `The ${lesson.many} are still being prepared`,
  soonHere: (name: string) => `They appear here as soon as ${name} adds them. The ${course.one} is on your shelf already.`,
})
