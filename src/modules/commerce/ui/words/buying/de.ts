import type { Shape } from '#platform/i18n/catalogue.ts'
import type { en } from './en.ts'

export const de: Shape<typeof en> = {
  off: (amount) => `${amount} Rabatt`,
  onPaymentPage: (code, off, price) => `${code}: ${off} Rabatt auf ${price}`,
  onDay: (day) => `am ${day}`,
  fromTo: (from, to) => `${from} bis ${to}`,
  from: (day) => `ab ${day}`,
  until: (day) => `bis ${day}`,
  unknown: 'Diesen Gutschein kennen wir nicht. Bitte prüfen Sie, wie der Code geschrieben wird.',
  notYet: (day) => `Dieser Gutschein gilt erst ab ${day}.`,
  over: (day) => `Dieser Gutschein galt bis ${day}.`,
  otherSubject: 'Dieser Gutschein gilt für etwas anderes und nicht hierfür.',
  otherCurrency: (currency) => `Dieser Gutschein gilt für Preise in ${currency}.`,
  nothingOff: 'Der Preis ist so klein, dass dieser Gutschein nichts abzieht.',
  usedUp: 'Dieser Gutschein ist aufgebraucht.',
  held: 'Mit den letzten dieser Gutscheine wird gerade bezahlt. Vielleicht wird in den nächsten 40 Minuten einer frei.',
  usedByYou: 'Dieser Gutschein wurde mit Ihrer Adresse schon eingelöst.',
  heldByYou: 'Sie bezahlen mit diesem Gutschein gerade in einem anderen Fenster. Schließen Sie dort ab, oder versuchen Sie es in 40 Minuten noch einmal.',
  tooManyTries: 'Von hier wurden zu viele Codes probiert. Bitte warten Sie eine Viertelstunde.',
  enterEmail: 'Bitte geben Sie Ihre E-Mail-Adresse ein.',
  emailTooLong: 'Diese Adresse ist zu lang.',
  emailShape: 'Bitte geben Sie eine E-Mail-Adresse ein, zum Beispiel name@example.com.',
  codeTooLong: 'Das ist zu lang für einen Gutschein. Bitte geben Sie nur den Code ein.',
}
