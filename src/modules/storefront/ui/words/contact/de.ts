import type { Shape } from '#platform/i18n/catalogue.ts'
import type { en } from './en.ts'

export const de: Shape<typeof en> = {
  yourName: 'Ihr Name',
  yourAddress: 'Ihre E-Mail-Adresse',
  message: 'Nachricht',
  leaveEmpty: 'Bitte leer lassen',
  send: 'Nachricht senden',
  goesTo: (school) => `Sie geht als E-Mail an ${school}. Die Antwort kommt an Ihre Adresse.`,
  tellName: 'Bitte nennen Sie Ihren Namen.',
  nameTooLong: 'Höchstens 120 Zeichen, bitte.',
  addressTooLong: 'Diese Adresse ist zu lang.',
  addressShape: 'Bitte geben Sie eine Adresse ein, zum Beispiel name@example.org.',
  writeMessage: 'Bitte schreiben Sie Ihre Nachricht.',
  messageTooLong: 'Bitte bleiben Sie unter 4.000 Zeichen.',
  nobody: 'An dieser Schule ist noch niemand per E-Mail zu erreichen. Bitte versuchen Sie es auf anderem Weg oder später.',
  showPlayer: (site, title) => `Player von ${site} zeigen oder ausblenden: ${title}`,
  playFrom: (site) => `Von ${site} abspielen`,
  hidePlayer: 'Player ausblenden',
  nothingLoaded: (site) => `Erst wenn Sie drücken, wird etwas von ${site} geladen.`,
  openThere: 'Dort öffnen',
  numberOf: (number, all) => `${number} von ${all}`,
  quoted: (words) => `„${words}“`,
}
