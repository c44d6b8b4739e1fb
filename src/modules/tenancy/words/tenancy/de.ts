import type { Shape } from '#platform/i18n/catalogue.ts'
import type { en } from './en.ts'

export const de: Shape<typeof en> = {
  atMost: (most) => `Höchstens ${most} Zeichen, bitte.`,
  sayYourName: 'Sagen Sie, wie Sie hier heißen.',
  atMost120: 'Höchstens 120 Zeichen, bitte.',
  chooseProfileKind: 'Wählen Sie eine Art des Profils aus der Liste.',
  tickOrLeave: 'Setzen Sie das Häkchen oder lassen Sie es weg.',

  nameYourSchool: 'Geben Sie Ihrer Schule einen Namen.',
  atLeast3: 'Mindestens 3 Zeichen, bitte.',
  atMost40: 'Höchstens 40 Zeichen, bitte.',
  slugShape: 'Kleine Buchstaben, Ziffern und Bindestriche, am Anfang und am Ende ein Buchstabe oder eine Ziffer.',
  chooseZone: 'Wählen Sie eine Zeitzone aus der Liste.',
  chooseKind: 'Wählen Sie eine Art von Schule aus der Liste.',
  chooseCurrency: 'Wählen Sie eine Währung aus der Liste.',

  addressTaken: 'Diese Adresse ist vergeben. Wählen Sie eine andere.',
  addressReserved: 'Diese Adresse braucht CourseCove für eigene Seiten. Wählen Sie eine andere.',

  addressTooLong: 'Diese Adresse ist zu lang.',
  addressShape: 'Bitte geben Sie eine E-Mail-Adresse ein, zum Beispiel name@example.com.',
  chooseRole: 'Wählen Sie eine Rolle.',

  belongsAlready: 'Diese Person gehört schon zu Ihrer Schule.',
  invitedAlready: 'Diese Person ist schon eingeladen. Unten können Sie die Einladung noch einmal schicken.',

  importTooLarge: 'Das ist mehr, als ein Import aufnimmt. Fügen Sie weniger ein oder schicken Sie eine Datei.',

  quoteOpen: (row) => `In Zeile ${row} fehlt ein schließendes Anführungszeichen; deshalb lassen sich die Zeilen danach nicht auseinanderhalten.`,
  nobodyInIt: 'Darin steht niemand. Wählen Sie eine Datei oder fügen Sie Zeilen ein.',
  headerAlone: 'Darin steht eine Kopfzeile und keine Zeile darunter.',
  tooManyRows: (format, format2, ceil) => `Das sind ${format} Zeilen, und ein Import nimmt ${format2}. Schicken Sie es in ${ceil} Teilen.`,
  noEmailColumn: 'Keine Spalte heißt „E-Mail“. Nennen Sie die Spalte der Adressen in der ersten Zeile so.',

  lastOwner: 'Eine Schule behält mindestens eine Leitung. Geben Sie die Leitung zuerst jemand anderem.',
  ownersOnly: 'Nur die Leitung kann jemandem die Leitung geben oder die Rolle einer Leitung ändern.',
  invitationOver: 'Diese Einladung ist nicht mehr offen. Bitten Sie die Schule um eine neue.',
  invitationForAnother: 'Diese Einladung ging an eine andere Adresse. Melden Sie sich mit der Adresse an, an die sie ging.',
  domainsUnavailable: 'Eigene Domains gehen hier nicht, weil Clerk die Anmeldungen führt. Ihre Subdomain bleibt, wie sie ist.',
  domainNotProven: 'Diese Domain ist noch nicht bestätigt. Setzen Sie ihren TXT-Eintrag und prüfen Sie sie zuerst.',
  tooManyDomains: (most) => `Eine Schule kann ${most} Domains haben. Entfernen Sie zuerst eine, die Sie nicht mehr brauchen.`,
}
