import type { Wording } from '#modules/tenancy/presets/wording.schema.ts'
import { agreeing, toThe } from '#modules/tenancy/ui/german-nouns.ts'
import type { en } from './en.ts'

export const de = ({ course, lesson, student }: Wording): ReturnType<typeof en> => ({
  asStudents: `Sie sehen ${agreeing(lesson, 'diesen', 'diese', 'dieses')} ${lesson.one} so wie die ${student.many}. Nichts wird festgehalten.`,
  backToCourse: `Zurück ${toThe(course)}`,
  wasWholeCourse: `Erledigt. Das war ${agreeing(course, 'der ganze', 'die ganze', 'das ganze')} ${course.one}.`,
  nextLesson: `${agreeing(lesson, 'Nächster', 'Nächste', 'Nächstes')} ${lesson.one}`,
  courseComplete: `${course.one} abgeschlossen`,
  myCourses: `Meine ${course.many}`,
  course: course.one,
  allLessons: `Alle ${lesson.many}`,
  noTextYet: `${agreeing(lesson, 'Dieser', 'Diese', 'Dieses')} ${lesson.one} hat noch keinen Text.`,
})
