import { countedAs, type Wording } from '#modules/tenancy/presets/wording.schema.ts'
import { agreeing, manyAfterBei, theAsObject, thisAsObject } from '#modules/tenancy/ui/german-nouns.ts'
import { counting } from '#platform/i18n/counting.ts'
import type { en } from './en.ts'

const count = counting('de')

export const de = ({ course, lesson, student }: Wording): ReturnType<typeof en> => ({
  moreCourses: `Weitere ${course.many}`,
  addLesson: `${lesson.one} hinzufügen`,
  newLesson: `${agreeing(lesson, 'Neuer', 'Neue', 'Neues')} ${lesson.one}`,
  lessonTitle: `Titel für ${theAsObject(lesson)}`,
  parts: `${course.one}: Bereiche`,
  madeOf: `${agreeing(course, 'Ein', 'Eine', 'Ein')} ${course.one} besteht aus Abschnitten und ${manyAfterBei(lesson)}: Text, Video, Audio, PDFs und Dateien. Beginnen Sie mit einem Titel.`,
  noCourses: `Noch keine ${course.many}`,
  deleteCourse: `${course.one} löschen`,
  takeOffUnder: `Unter „${lesson.many}“ können Sie von der Website nehmen, was dort nicht mehr stehen soll.`,
  hasSoStays: (studentCount) => `${count(studentCount, { one: 'Eine Person hat', other: '# Personen haben' })} ${thisAsObject(course)}, deshalb bleibt ${agreeing(course, 'er', 'sie', 'es')}.`,
  wasSoldSoStays: `${agreeing(course, 'Dieser', 'Diese', 'Dieses')} ${course.one} wurde schon verkauft oder begonnen, deshalb bleibt ${agreeing(course, 'er', 'sie', 'es')}.`,
  lessonsGo: (lessonCount) => `${lessonCount === 1 ? `${agreeing(lesson, 'Ein', 'Eine', 'Ein')} ${lesson.one} geht` : `${lessonCount} ${lesson.many} gehen`} mit verloren. `,
  attachmentsText: `Noten, Aufnahmen, Notizen. ${student.many} finden sie unter ${agreeing(lesson, 'dem', 'der', 'dem')} ${lesson.one}.`,
  previewHint: `Alle können ${thisAsObject(lesson)} von der öffentlichen Seite aus öffnen, ohne zu kaufen.`,
  saveLesson: `${lesson.one} speichern`,
  firstCourseCalled: `Wie heißt ${agreeing(course, 'Ihr erster', 'Ihre erste', 'Ihr erstes')} ${course.one}?`,
  newCourse: `${agreeing(course, 'Neuer', 'Neue', 'Neues')} ${course.one}`,
  sectionHolds: 'Ein Abschnitt fasst zusammen, was zusammengehört: eine Woche, ein Thema, ein Stück. Für etwas Kurzes genügt einer.',
  removeLesson: `${lesson.one} entfernen`,
  samplesGo: (courseCount, lessonCount) => `${countedAs(courseCount, course)} mit ${lessonCount} ${lessonCount === 1 ? lesson.one : manyAfterBei(lesson)} ${courseCount === 1 ? 'geht' : 'gehen'} für immer.`,
  samplesStay: (keptCount) => `${countedAs(keptCount, course)}, ${keptCount === 1 ? agreeing(course, 'den', 'die', 'das') : 'die'} ${student.many} schon haben, ${keptCount === 1 ? 'bleibt' : 'bleiben'} Ihnen.`,
  lessonsOf: (title) => `${lesson.many}: ${title}`,
  noLessonIn: 'Er ist leer.',
  sectionGoes: (lessons, begun) => `${lessons === 1 ? `${agreeing(lesson, 'Ein', 'Eine', 'Ein')} ${lesson.one} geht` : `${lessons} ${lesson.many} gehen`} mit verloren${begun > 0 ? `, und der Fortschritt von ${count(begun, { one: 'einer Person', other: '# Personen' })} darin` : ''}. Das lässt sich nicht rückgängig machen.`,
  outcomes: `Was ${student.many} danach können`,
  aboutCourse: `Über ${thisAsObject(course)}`,
  keepAccess: (studentCount) => `${count(studentCount, { one: 'Eine Person behält', other: '# Personen behalten' })} den Zugang.`,
  nobodyHasIt: 'Noch hat niemand Zugang.',
  lessonWithContent: `${agreeing(lesson, 'Ein', 'Eine', 'Ein')} ${lesson.one} mit Inhalt`,
  removal: (begun) => `Der Text geht mit verloren${begun > 0 ? `, und der Fortschritt von ${count(begun, { one: 'einer Person, die begonnen hat', other: '# Personen, die begonnen haben' })}` : '. Noch niemand hat begonnen'}. Das lässt sich nicht rückgängig machen.`,
  standing: (isListed, students) => `${isListed ? 'Für alle zu finden.' : 'Nur für Leute zu finden, die die Adresse haben.'}${students > 0 ? ` ${count(students, { one: 'Eine Person hat', other: '# Personen haben' })} Zugang.` : ''}`,
})
