import type { Shape } from '#platform/i18n/catalogue.ts'
import type { en } from './en.ts'

export const de: Shape<typeof en> = {
  about: (school) => `Über ${school}`,
  theCourse: 'Der Kurs',
  courses: 'Kurse',
  yourTeacher: 'Ihre Lehrkraft',
  teachers: 'Wer hier unterrichtet',
  voices: 'Das sagen andere',
  writeTo: (school) => `Schreiben Sie an ${school}`,
  watchAndListen: 'Ansehen und anhören',
  goToMyCourses: 'Zu meinen Kursen',
  writeToUs: 'Schreiben Sie uns',
  seeTheCourse: 'Zum Kurs',
  seeTheCourses: 'Zu den Kursen',
  tryAFreeOne: 'Kostenlos ausprobieren',
  allCourses: (count) => `Alle ${count} Kurse`,
  onItsWay: 'Ihre Nachricht ist unterwegs',
  answersTo: (school) => `${school} antwortet an die Adresse, die Sie angegeben haben.`,
  backTo: (school) => `Zurück zu ${school}`,
}
