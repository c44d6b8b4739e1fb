import { capital, type Noun, type Wording } from '#modules/tenancy/presets/wording.schema.ts'
import { counting } from '#platform/i18n/counting.ts'

const count = counting('en')
const counted = (number: number, { one, many }: Noun) => count(number, { one: `# ${one}`, other: `# ${many}` })

/** What the program says on a school's public pages and to somebody who buys, where it names what the school has. */
export const en = ({ course, lesson, instructor, people, timetable, buy, startFree, toHear }: Wording) => ({
  courses: capital(course.many),
  theCourse: `The ${course.one}`,
  myCourses: `My ${course.many}`,
  goToMyCourses: `Go to my ${course.many}`,
  allCourses: `All ${course.many}`,
  allOf: (courses: number) => `All ${counted(courses, course)}`,
  seeTheCourse: `See the ${course.one}`,
  seeTheCourses: `See the ${course.many}`,
  coursesOf: (school: string) => `${capital(course.many)} · ${school}`,
  courseCount: (courses: number) => counted(courses, course),
  lessonCount: (lessons: number) => counted(lessons, lesson),
  teacherCount: (teachers: number) => counted(teachers, instructor),
  yourTeacher: `Your ${instructor.one}`,
  teachers: people,
  timetable,

  buy,
  startFree,
  firstCoursePrepared: `The first ${course.one} is being prepared`,
  noCourseYet: (school: string) => `${school} has not published a ${course.one} yet. Look in again soon.`,
  lessons: capital(lesson.many),
  lessonsComing: `The ${lesson.many} are being written. They will be listed here.`,
  aboutCourse: `About this ${course.one}`,
  withTheCourse: `With the ${course.one}`,
  yours: 'Yours',
  lessonsDoneOf: (done: number, total: number) => `${done} of ${counted(total, lesson)}`,
  youHaveIt: `You have this ${course.one}`,
  lessonsDone: `${capital(lesson.many)} done`,
  videoLessons: (lessons: number) => counted(lessons, { one: `video ${lesson.one}`, many: `video ${lesson.many}` }),
  recordings: (recordings: number) => counted(recordings, { one: `recording ${toHear}`, many: `recordings ${toHear}` }),
  lessonsToRead: (lessons: number) => counted(lessons, { one: `${lesson.one} to read`, many: `${lesson.many} to read` }),
  theWholeCourse: `The whole ${course.one}`,
  partOf: `This ${lesson.one} is part of`,
  seeAllLessons: `See all ${lesson.many}`,

  draftText: `Only people who manage ${course.many} see this page. Publish the ${course.one} when it is ready.`,
  backToCourse: `Back to the ${course.one}`,
  cannotBeBought: `Nobody can buy this ${course.one} yet`,
})
