import type { Shape } from '#platform/i18n/catalogue.ts'
import type { en } from './en.ts'

export const de: Shape<typeof en> = {
  title: 'Sprachen',
  text: 'In welchen Sprachen man Ihre Seiten lesen kann: Menüs, Knöpfe, die Kasse und E-Mails. Was auf Ihrer Startseite steht, schreiben Sie unter Website selbst in jeder davon.',
  settings: 'Einstellungen',
  own: 'Sprache Ihrer Schule',
  ownHint: 'Wer keine der anderen möchte, liest diese.',
  also: 'Lesbar auf',
  alsoHint: 'Besucher bekommen sie, wenn ihr Browser so eingestellt ist oder wenn sie sie unten auf der Seite wählen.',
  save: 'Speichern',
  saved: 'Gespeichert',
  savedText: 'Ihre Seiten zeigen es ab jetzt.',
  seeFirstPage: 'Zu Ihrer ersten Seite',
}
