import type { Noun, Wording } from '#modules/tenancy/presets/wording.schema.ts'
import { counting } from '#platform/i18n/counting.ts'
import { agreeing, manyAfterBei, theAsObject, thisAsObject, toThe, upperThe } from '#modules/tenancy/ui/german-nouns.ts'
import type { en } from './en.ts'

const count = counting('de')
const counted = (number: number, { one, many }: Noun) => count(number, { one: `# ${one}`, other: `# ${many}` })


export const de = ({ course, lesson, instructor, people, timetable, buy, startFree, toHear }: Wording): ReturnType<typeof en> => ({
  courses: course.many,
  theCourse: upperThe(course),
  myCourses: `Meine ${course.many}`,
  goToMyCourses: `Zu meinen ${manyAfterBei(course)}`,
  allCourses: `Alle ${course.many}`,
  allOf: (courses) => `Alle ${counted(courses, course)}`,
  seeTheCourse: `Z${toThe(course).slice(1)}`,
  seeTheCourses: `Zu den ${manyAfterBei(course)}`,
  coursesOf: (school) => `${course.many} · ${school}`,
  courseCount: (courses) => counted(courses, course),
  lessonCount: (lessons) => counted(lessons, lesson),
  teacherCount: (teachers) => counted(teachers, instructor),
  yourTeacher: `${agreeing(instructor, 'Ihr', 'Ihre', 'Ihr')} ${instructor.one}`,
  teachers: people,
  timetable,

  buy,
  startFree,
  firstCoursePrepared: `${agreeing(course, 'Der erste', 'Die erste', 'Das erste')} ${course.one} entsteht gerade`,
  noCourseYet: (school) => `${school} hat noch ${agreeing(course, 'keinen', 'keine', 'kein')} ${course.one} veröffentlicht. Schauen Sie bald wieder vorbei.`,
  lessons: lesson.many,
  lessonsComing: `Die ${lesson.many} entstehen gerade. Sie werden hier stehen.`,
  aboutCourse: `Über ${thisAsObject(course)}`,
  withTheCourse: `Nur mit ${agreeing(course, 'dem', 'der', 'dem')} ${course.one}`,
  yours: `${agreeing(course, 'Ihr', 'Ihre', 'Ihr')} ${course.one}`,
  lessonsDoneOf: (done, total) => `${done} von ${counted(total, { ...lesson, many: manyAfterBei(lesson) })}`,
  youHaveIt: `Sie haben ${thisAsObject(course)}`,
  lessonsDone: `Erledigte ${lesson.many}`,
  videoLessons: (lessons) => counted(lessons, { one: `Video-${lesson.one}`, many: `Video-${lesson.many}` }),
  recordings: (recordings) => counted(recordings, { one: `Aufnahme ${toHear}`, many: `Aufnahmen ${toHear}` }),
  lessonsToRead: (lessons) => counted(lessons, { one: `${lesson.one} zum Lesen`, many: `${lesson.many} zum Lesen` }),
  theWholeCourse: `${agreeing(course, 'Der ganze', 'Die ganze', 'Das ganze')} ${course.one}`,
  partOf: `${agreeing(lesson, 'Dieser', 'Diese', 'Dieses')} ${lesson.one} gehört zu`,
  seeAllLessons: `Alle ${lesson.many} ansehen`,

  draftText: `Diese Seite sieht nur, wer ${course.many} verwaltet. Veröffentlichen Sie ${theAsObject(course)}, sobald alles fertig ist.`,
  backToCourse: `Zurück ${toThe(course)}`,
  cannotBeBought: `${agreeing(course, 'Diesen', 'Diese', 'Dieses')} ${course.one} kann noch niemand kaufen`,
})
