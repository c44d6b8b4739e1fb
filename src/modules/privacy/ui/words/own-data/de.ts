import { counting } from '#platform/i18n/counting.ts'
import type { Shape } from '#platform/i18n/catalogue.ts'
import type { en } from './en.ts'

const count = counting('de')

export const de: Shape<typeof en> = {
  copyOfData: 'Eine Kopie Ihrer Daten',
  leave: (school) => `${school} verlassen`,
  deleteAccount: 'Konto löschen',
  readyUntil: 'Liegt bereit bis',
  thenDeleted: '; dann wird sie gelöscht.',
  leftOut: (files) => `${count(files, { one: 'Eine Datei fehlt', other: '# Dateien fehlen' })} darin; die Kopie nennt sie.`,
  download: (size) => `Herunterladen, ${size}`,
  copyIsMade: 'Ihre Kopie entsteht gerade',
  copyIsMadeText: 'Sie bekommen eine E-Mail, sobald sie fertig ist. Diese Seite können Sie verlassen.',
  whatIsKnown: (school) => `Was ${school ?? 'jede Schule hier'} von Ihnen weiß, als Zip mit JSON-Listen: Profil und Angaben, Bestellungen, Kurse und Fortschritt, E-Mails und die Dateien, die Sie hochgeladen haben. Sie entsteht im Hintergrund; Sie bekommen eine E-Mail, sobald sie fertig ist.`,
  makeCopy: 'Kopie erstellen',

  leaveOn: (school) => `Sie verlassen ${school} am`,
  deletedOn: 'Ihr Konto wird gelöscht am',
  stay: 'Bleiben',
  keepAccount: 'Konto behalten',
  wasHeld: (schools) => `Es war so weit und ging nicht: ${schools} hätte dann keine Leitung. Geben Sie die Leitung zuerst jemand anderem.`,
  asBefore: 'Bis dahin bleibt alles, wie es ist.',
  keptElsewhere: 'Ihr Platz hier liegt beim Anmeldedienst. Verlassen Sie die Organisation dort; hier zeigt es sich gleich darauf.',
  onlyOwner: (schools) => `Nur Sie leiten ${schools}`,
  onlyOwnerText: 'Ohne Leitung geht es nicht. Geben Sie die Leitung zuerst jemand anderem, unter „Personen“.',

  deleted: 'Wird gelöscht',
  yourPlace: 'Ihr Platz an der Schule, mit Ihrem Profil und Ihren Angaben dort',
  yourAccount: 'Ihr Konto, Ihre Profile und jede Anmeldung',
  accessTo: (courses) => `der Zugang zu ${count(courses, { one: '# Kurs', other: '# Kursen' })}`,
  progressIn: (lessons) => `der Fortschritt in ${count(lessons, { one: '# Lektion', other: '# Lektionen' })}`,
  filesAndMails: 'Dateien, die in keiner Lektion stehen, und E-Mails an Sie',
  keptByLaw: 'Bleibt, weil das Gesetz es verlangt',
  ordersKept: (orders) => count(orders, { one: '# Bestellung mit ihren Buchungen', other: '# Bestellungen mit ihren Buchungen' }),
  ordersKeptNameless: (orders) => count(orders, { one: '# Bestellung mit ihren Buchungen, ohne Ihren Namen und Ihre Adresse', other: '# Bestellungen mit ihren Buchungen, ohne Ihren Namen und Ihre Adresse' }),
  nothingKept: 'nichts: Sie haben nichts gekauft',
  happensIn: (days) => `Das geschieht in ${count(days, { one: '# Tag', other: '# Tagen' })}. Bis dahin bleibt alles, wie es ist, und Sie können es sich anders überlegen; danach kann es niemand zurückholen.`,
  leaveStep: (school) => `${school} verlassen …`,
  deleteStep: 'Mein Konto löschen …',
  yesLeave: (days) => `Ja, in ${count(days, { one: '# Tag', other: '# Tagen' })} verlassen`,
  yesDelete: (days) => `Ja, in ${count(days, { one: '# Tag', other: '# Tagen' })} löschen`,
  keepAsItIs: 'Alles so lassen',
}
