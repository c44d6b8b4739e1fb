import type { Shape } from '#platform/i18n/catalogue.ts'
import type { en } from './en.ts'

export const de: Shape<typeof en> = {
  consent: (title, school) => `Schicken Sie mir „${title}“. ${school} darf mir ab und zu per E-Mail schreiben, bis ich Stopp sage.`,
  subject: (title) => `Ihr Download: ${title}`,
  pressToProve: 'Drücken Sie auf den Knopf, um zu zeigen, dass diese Adresse Ihre ist. Auf der Seite dahinter öffnen sich Ihre Dateien; der Link gilt dreißig Tage.',
  youAgreed: (words, stop) => `Sie haben zugestimmt: „${words}“ Das können Sie jederzeit beenden: ${stop}`,
  notYou: 'Sie haben nicht darum gebeten? Dann tun Sie nichts. Solange niemand dem Link folgt, schreibt Ihnen niemand.',
  confirm: 'Bestätigen und Download öffnen',
  why: (school) => `${school} schickt Ihnen dies, weil jemand diese Adresse auf der Seite hinterlassen hat.`,
  enterEmail: 'Bitte geben Sie Ihre E-Mail-Adresse ein.',
  emailTooLong: 'Diese Adresse ist zu lang.',
  emailShape: 'Bitte geben Sie eine E-Mail-Adresse ein, zum Beispiel name@example.com.',
  tickBox: 'Setzen Sie das Häkchen, wenn Sie einverstanden sind. Ohne das können wir Ihnen nichts schicken.',
}
