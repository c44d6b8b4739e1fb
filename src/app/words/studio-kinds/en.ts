import { capital, type Wording } from '#modules/tenancy/presets/wording.schema.ts'
import { counting } from '#platform/i18n/counting.ts'

const count = counting('en')

/** The studio’s sentences that name what the school has. */
export const en = ({ course, lesson, student }: Wording) => ({
  buildCourse: `Build a ${course.one}`,
  readyForFirst: `Your school is ready for its first ${student.one}.`,
  nobodyOpened: (students: number) => `You have ${count(students, { one: `one ${student.one}`, other: `# ${student.many}` })}. Nobody opened a ${lesson.one} in the last seven days.`,
  learned: (active: number, students: number) => `${students === 1 ? `Your one ${student.one}` : `${active} of ${students} ${student.many}`} learned in the last seven days.`,
  newStudents: `New ${student.many}`,
  withACourse: (studentCount: number) => `of ${studentCount} with a ${course.one}`,
  coursesFinished: `${capital(course.many)} finished`,
  studentsNewest: (studentCount: number) => count(studentCount, { one: `One ${student.one}.`, other: `# ${student.many}, the newest first.` }),
})
