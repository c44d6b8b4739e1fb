import { capital, type Wording } from '#modules/tenancy/presets/wording.schema.ts'

/** The same, where it names what the school has. */
export const en = ({ course, lesson, instructor, student }: Wording) => ({
  createCourse: `Create a ${course.one}`,
  withOneLesson: `With at least one ${lesson.one}: a text is enough to begin.`,
  toCourses: `To the ${course.many}`,
  nothingIsAPrice: `Nothing is a price too: a ${course.one} at 0 is free.`,
  publishCourse: `Publish the ${course.one}`,
  inviteText: `${capital(instructor.many)}, and ${student.many} you already have.`,
  whenDoes: `When a ${student.one} does, the ${lesson.one} and how far they are appear here by themselves.`,
  nobodyOpened: `Nobody has opened a ${lesson.one} yet`,
  studentsOf: (courseTitle: string) => `${capital(student.many)} of ${courseTitle}`,
  noLessons: (names: string, courses: number) => `${names} ${courses === 1 ? 'has' : 'have'} no ${lesson.many}`,
  noLessonsText: `Whoever takes it finds an empty ${course.one}. Add ${lesson.many}, or take it off the site.`,
  openCourse: `Open the ${course.one}`,
  noStudents: `No ${student.many} yet`,
})
