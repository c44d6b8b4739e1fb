import type { Wording } from '#modules/tenancy/presets/wording.schema.ts'
import { agreeing } from '#modules/tenancy/ui/german-nouns.ts'
import { counting } from '#platform/i18n/counting.ts'
import type { en } from './en.ts'

const count = counting('de')

export const de = ({ course, lesson }: Wording): ReturnType<typeof en> => ({
  buildCourse: `${course.one} bauen`,
  readyForFirst: 'Ihre Schule ist bereit für alle, die hier lernen wollen.',
  nobodyOpened: (students) => `${count(students, { one: 'Eine Person lernt', other: '# Personen lernen' })} hier. In den letzten sieben Tagen hat niemand ${agreeing(lesson, 'einen', 'eine', 'ein')} ${lesson.one} geöffnet.`,
  learned: (active, students) => `${students === 1 ? 'Die eine Person, die hier lernt,' : `${active} von ${students} Personen`} ${active === 1 ? 'hat' : 'haben'} in den letzten sieben Tagen gelernt.`,
  newStudents: 'Neu dabei',
  withACourse: (studentCount) => `von ${studentCount} mit ${agreeing(course, 'einem', 'einer', 'einem')} ${course.one}`,
  coursesFinished: `${course.many} abgeschlossen`,
  studentsNewest: (studentCount) => count(studentCount, { one: 'Eine Person.', other: '# Personen, zuletzt Hinzugekommene zuerst.' }),
})
