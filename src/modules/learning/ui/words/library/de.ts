import type { Shape } from '#platform/i18n/catalogue.ts'
import type { en } from './en.ts'

export const de: Shape<typeof en> = {
  nothingYet: 'Hier steht noch nichts',
  finishedAll: 'Sie haben alles abgeschlossen, was hier steht.',
  seeMore: 'Sehen Sie, was es noch gibt',
  yourDataHere: 'Ihre Daten an dieser Schule',
  begin: (title) => `Beginnen: ${title}`,
  continue: (title) => `Weiter: ${title}`,
  finished: 'Abgeschlossen',
  newSince: (lessonCount) => `Abgeschlossen; seitdem ${lessonCount} neu`,

  unexpectedWrite: (schoolName) => `Wenn Sie das nicht erwartet haben, schreiben Sie an ${schoolName}:`,
  unexpectedAsk: (schoolName) => `Wenn Sie das nicht erwartet haben, fragen Sie ${schoolName}: Antworten Sie auf die E-Mail über die Rückzahlung oder auf den Beleg Ihres Kaufs.`,

  endedTitle: (title, name) => `Zugang beendet · ${title} · ${name}`,

  lesson: 'Lektion',

  yourDataAt: (name) => `Ihre Daten · ${name}`,
  yourData: 'Ihre Daten',
  atSchool: (name) => `Bei ${name}. Für alle Schulen auf einmal und das Konto selbst gehen Sie zu`,
  yourAccount: 'Ihrem Konto',

  impossibleReport: 'Damit wäre mehr angesehen worden, als die Zeit erlaubt. Ihr Fortschritt davor bleibt erhalten.',
  courseNotFree: 'Dieser Kurs ist nicht kostenlos. Sie können ihn auf seiner Seite kaufen.',
  wasBought: 'Dieser Kurs wurde gekauft. Zahlen Sie die Bestellung zurück; die Einschreibung endet mit ihr.',

  noSuchCourse: 'Diesen Kurs gibt es nicht, oder er ist ein Entwurf.',
  doesNotBelong: 'Diese Person gehört nicht zur Schule. Laden Sie sie zuerst ein.',

  yesterday: 'gestern',
  justNow: 'gerade eben',
  minutesAgo: (minutes) => `vor ${minutes} Min.`,
  hoursAgo: (floor) => `vor ${floor} Std.`,
}
