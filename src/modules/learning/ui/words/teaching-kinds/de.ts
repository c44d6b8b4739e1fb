import type { Wording } from '#modules/tenancy/presets/wording.schema.ts'
import { agreeing, manyAfterBei, theAsObject } from '#modules/tenancy/ui/german-nouns.ts'
import type { en } from './en.ts'

export const de = ({ course, lesson, instructor, student }: Wording): ReturnType<typeof en> => ({
  createCourse: `${agreeing(course, 'Einen', 'Eine', 'Ein')} ${course.one} anlegen`,
  withOneLesson: `Mit mindestens ${agreeing(lesson, 'einem', 'einer', 'einem')} ${lesson.one}: Für den Anfang genügt ein Text.`,
  toCourses: `Zu den ${manyAfterBei(course)}`,
  nothingIsAPrice: `Auch nichts ist ein Preis: ${agreeing(course, 'Ein', 'Eine', 'Ein')} ${course.one} für 0 ist kostenlos.`,
  publishCourse: `${theAsObject(course).replace(/^./, (letter) => letter.toUpperCase())} veröffentlichen`,
  inviteText: `${instructor.many}, und ${student.many}, die Sie schon haben.`,
  whenDoes: `Sobald es jemand tut, erscheint hier von selbst, ${agreeing(lesson, 'welcher', 'welche', 'welches')} ${lesson.one} und wie weit.`,
  nobodyOpened: `Noch hat niemand ${agreeing(lesson, 'einen', 'eine', 'ein')} ${lesson.one} geöffnet`,
  studentsOf: (courseTitle) => `${student.many}: ${courseTitle}`,
  noLessons: (names, courses) => `${names} ${courses === 1 ? 'hat' : 'haben'} keine ${lesson.many}`,
  noLessonsText: `Wer hier beginnt, findet nichts. Fügen Sie ${lesson.many} hinzu, oder nehmen Sie ${theAsObject(course)} von der Website.`,
  openCourse: `${course.one} öffnen`,
  noStudents: 'Noch niemand dabei',
})
