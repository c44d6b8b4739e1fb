import type { Shape } from '#platform/i18n/catalogue.ts'
import type { en } from './en.ts'

export const de: Shape<typeof en> = {
  signInTitle: 'Anmelden · CourseCove',
  signUpTitle: 'Konto anlegen · CourseCove',
  passwordTitle: 'Neues Passwort · CourseCove',
  verifyTitle: 'Adresse bestätigen · CourseCove',

  signIn: 'Anmelden',
  signInTo: (school) => `Bei ${school} anmelden`,
  sameAddress: 'Mit der Adresse, mit der Sie sich registriert haben.',
  newHere: 'Neu hier?',
  createAccount: 'Konto anlegen',
  linkOver: 'Dieser Link wurde schon benutzt oder ist zu alt',
  linkOverText: 'Unten können Sie sich einen neuen schicken lassen.',
  passwordSet: 'Ihr neues Passwort ist gesetzt',
  passwordSetText: 'Melden Sie sich damit an.',
  email: 'E-Mail-Adresse',
  password: 'Passwort',
  forgot: 'Passwort vergessen?',
  mailLink: 'Link per E-Mail schicken',
  refused: 'Adresse und Passwort passen nicht zusammen. Prüfen Sie beides, oder lassen Sie sich einen Link schicken.',

  join: (school) => `Willkommen bei ${school}`,
  createYours: 'Legen Sie Ihr Konto an',
  oneAccountHere: 'Ein Konto für Ihre Kurse hier und an jeder anderen Schule auf CourseCove.',
  oneAccount: 'Ein Konto für alle Ihre Schulen, ob Sie lehren oder lernen.',
  haveAccount: 'Schon ein Konto?',
  yourName: 'Ihr Name',
  atLeast: (characters) => `Mindestens ${characters} Zeichen.`,
  createMine: 'Konto anlegen',

  chooseNew: 'Neues Passwort wählen',
  enterAddress: 'Geben Sie Ihre Adresse ein, und wir schicken Ihnen einen Link.',
  backToSignIn: 'Zurück zur Anmeldung',
  mailTheLink: 'Link schicken',
  signedOutElsewhere: 'Überall sonst werden Sie abgemeldet.',
  mailNewLink: 'Neuen Link schicken',
  newPassword: 'Neues Passwort',
  setPassword: 'Passwort speichern',

  checkMailbox: 'Sehen Sie in Ihr Postfach',
  confirmFirst: 'Bestätigen Sie zuerst Ihre Adresse',
  sent: {
    link: 'Wenn Sie ein Konto haben oder mit dieser Adresse etwas gekauft haben, ist ein Link zum Anmelden unterwegs. Er gilt einmal, 20 Minuten lang.',
    confirm: 'Ihr Konto wartet darauf, dass Sie die Adresse bestätigen. Wir haben Ihnen den Link noch einmal geschickt; er gilt einen Tag.',
    'sign-up': 'Öffnen Sie den Link in der E-Mail, dann ist alles fertig. Er gilt einmal, einen Tag lang.',
    reset: 'Wenn es zu dieser Adresse ein Konto gibt, ist ein Link zu einem neuen Passwort unterwegs. Er gilt einmal, eine Stunde lang.',
  },
  nothingThere: 'Nach ein paar Minuten noch nichts da? Sehen Sie im Spam-Ordner nach, oder',
  anotherAddress: 'nehmen Sie eine andere Adresse',

  usedAlready: 'Dieser Link wurde schon benutzt',
  usedAlreadyText: 'Links zum Bestätigen gelten einmal, einen Tag lang. Ist Ihre Adresse bestätigt, melden Sie sich einfach an. Wenn nicht, bekommen Sie beim Anmelden einen neuen Link.',
  goOn: 'Weiter',
}
