import type { Shape } from '#platform/i18n/catalogue.ts'
import type { en } from './en.ts'

export const de: Shape<typeof en> = {
  addressHasAccount: 'Zu dieser Adresse gibt es inzwischen ein eigenes Konto. Wählen Sie eine andere.',
  changeLinkOver: 'Dieser Link wurde schon benutzt, ist zu alt oder gehört zu einem anderen Konto. Lassen Sie sich einen neuen schicken.',
  lastWayIn: 'Außer Links per E-Mail öffnet sonst noch nichts Ihr Konto. Setzen Sie zuerst ein Passwort, fügen Sie einen Passkey hinzu oder verknüpfen Sie ein weiteres Konto.',
  passkeyNotAdded: 'Dieser Passkey konnte nicht hinzugefügt werden. Bitte versuchen Sie es noch einmal; Sie haben fünf Minuten dafür.',
  yourAddressAlready: 'Das ist schon Ihre Adresse.',

  signInFreshly: (freshMinutes) => `Ihr Konto hat kein Passwort; dafür müssen Sie sich in den letzten ${freshMinutes} Minuten angemeldet haben. Melden Sie sich ab und wieder an, und kommen Sie dann zurück.`,
  enterPassword: 'Geben Sie Ihr Passwort ein.',
  notYourPassword: 'Das ist nicht Ihr Passwort.',

  atMost200: 'Höchstens 200 Zeichen, bitte.',
  typeShownDigits: 'Geben Sie die sechs Ziffern ein, die die App zeigt.',
  notThisCode: 'Diesen Code zeigt die App gerade nicht. Warten Sie auf den nächsten und geben Sie ihn ein.',
  typeSixDigits: 'Geben Sie die sechs Ziffern ein, die Ihre App zeigt.',
  typeRecoveryCode: 'Geben Sie einen Ihrer Wiederherstellungscodes ein.',
  recoveryCodeLong: 'Ein Wiederherstellungscode ist kürzer: elf Zeichen.',
  atMost60: 'Höchstens 60 Zeichen, bitte.',
  giveName: 'Geben Sie ihm einen Namen, an dem Sie ihn erkennen.',

  signInSilent: 'Die Anmeldung antwortet gerade nicht. Bitte versuchen Sie es gleich noch einmal.',
  renewal: {
    cookies: 'Ihr Browser nimmt von dieser Seite keine Cookies an, und zum Anmelden braucht es sie. Erlauben Sie sie und laden Sie diese Seite neu.',
    silence: 'Der Anmeldedienst hat Sie zurückgeschickt, ohne zu sagen, wer Sie sind. Bitte versuchen Sie es gleich noch einmal.',
    clock: 'Ihre Anmeldung trägt eine Zeit, die nicht zur Uhr dieses Servers passt. Wer ihn betreibt, muss die Uhr stellen.',
    elsewhere: 'Ihre Anmeldung gilt für eine andere Seite, nicht hier. Melden Sie sich dort ab und hier an.',
    key: 'Ihre Anmeldung trägt einen Schlüssel, den diese Seite nicht kennt. Wer sie betreibt, muss die Einstellungen prüfen.',
  },
}
