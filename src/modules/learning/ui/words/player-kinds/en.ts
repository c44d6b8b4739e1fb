import { capital, type Wording } from '#modules/tenancy/presets/wording.schema.ts'

/** The sentences of the player that name the school’s things. */
export const en = ({ course, lesson, student }: Wording) => ({
  asStudents: `You see this ${lesson.one} as its ${student.many} do. Nothing is recorded.`,
  backToCourse: `Back to the ${course.one}`,
  wasWholeCourse: `Done. That was the whole ${course.one}.`,
  nextLesson: `Next ${lesson.one}`,
  courseComplete: `${capital(course.one)} complete`,
  myCourses: `My ${course.many}`,
  course: capital(course.one),
  allLessons: `All ${lesson.many}`,
  noTextYet: `This ${lesson.one} has no text yet.`,
})
