import { counting } from '#platform/i18n/counting.ts'
import type { Shape } from '#platform/i18n/catalogue.ts'
import type { en } from './en.ts'

const count = counting('de')

export const de: Shape<typeof en> = {
  skip: 'Zum Inhalt springen',
  optional: 'freiwillig',
  breadcrumb: 'Sie sind hier',
  faults: (faults) => count(faults, { one: 'Bitte sehen Sie sich eine Stelle noch einmal an', other: 'Bitte sehen Sie sich # Stellen noch einmal an' }),
  pagesOf: (label) => `${label}, Seiten`,
  newer: 'Neuere',
  older: 'Ältere',
  mailsStayHere: 'Diese Installation verschickt keine E-Mails. Was sie schreibt, liegt in ihrem Postfach.',
  openMailbox: 'Postfach öffnen',
  language: 'Sprache',

  main: 'Hauptmenü',
  mainPhone: 'Hauptmenü, Telefon',
  more: 'Mehr',
  waiting: 'wartet',

  keepAsItIs: 'Alles so lassen',

  copied: 'Kopiert',
  copy: 'Kopieren',

  close: 'Schließen',

  dropFiles: 'Dateien hier ablegen oder zum Auswählen tippen.',
  files: 'Dateien',
  uploaded: 'Hochgeladen',
  tryAgain: 'Noch einmal versuchen',
  stopUploading: (name) => `${name} nicht weiter hochladen`,
  uploading: (name) => `${name} wird hochgeladen`,

  colours: 'Farben',

  error: 'Fehler',
  dismiss: 'Ausblenden',
}
