import type { Wording } from '#modules/tenancy/presets/wording.schema.ts'

/** The sentences of a learner’s shelf that name the school’s things. */
export const en = ({ course }: Wording) => ({
  myCourses: `My ${course.many}`,
  appearsHere: `A ${course.one} that you buy or begin appears here at once, and you go on with it from any device.`,
  accessEnded: `Your access to this ${course.one} has ended`,
  whyEnded: `This happens when a purchase is refunded. What you learned is kept: if you take the ${course.one} again, you go on where you stopped.`,
  seeTheCourse: `See the ${course.one}`,

  seeTheCourses: `See the ${course.many}`,
})
