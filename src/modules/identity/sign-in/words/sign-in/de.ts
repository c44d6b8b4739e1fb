import type { Shape } from '#platform/i18n/catalogue.ts'
import type { en } from './en.ts'

export const de: Shape<typeof en> = {
  addressTooLong: 'Diese Adresse ist zu lang.',
  addressShape: 'Bitte geben Sie eine E-Mail-Adresse ein, zum Beispiel name@example.com.',
  passwordTooLong: 'Bitte wählen Sie höchstens 200 Zeichen.',
  passwordTooShort: (characters) => `Bitte wählen Sie mindestens ${characters} Zeichen. Ein paar Wörter hintereinander merken sich leicht.`,
  enterPassword: 'Bitte geben Sie Ihr Passwort ein.',
  enterName: 'Bitte geben Sie den Namen ein, den andere sehen sollen.',
  nameTooLong: 'Höchstens 120 Zeichen, bitte.',
  resetLinkOver: 'Dieser Link wurde schon benutzt oder ist zu alt. Lassen Sie sich einen neuen schicken.',
}
