import { counting } from '#platform/i18n/counting.ts'
import type { Shape } from '#platform/i18n/catalogue.ts'
import type { en } from './en.ts'

const count = counting('de')

export const de: Shape<typeof en> = {
  subject: (title) => `Ihr Beleg: ${title}`,
  inLibrary: (title) => `„${title}“ steht bei Ihren Kursen.`,
  inLibraryByLink: (title, days) => `„${title}“ steht bei Ihren Kursen. Der Link unten öffnet Ihr Konto; er gilt einmal, ${count(days, { one: '# Tag', other: '# Tage' })} lang. Danach melden Sie sich mit dieser Adresse an.`,
  price: 'Preis',
  coupon: (code) => `Gutschein ${code}`,
  paid: 'Bezahlt',
  order: 'Bestellung',
  date: 'Datum',
  openLibrary: 'Zu meinen Kursen',
  why: (school) => `${school} schickt Ihnen diesen Beleg, weil mit dieser Adresse dort gekauft wurde. Bewahren Sie ihn für Ihre Unterlagen auf.`,

  refundSubject: (amount, title) => `Rückzahlung von ${amount}: ${title}`,
  refundHeading: (amount) => `${amount} sind auf dem Weg zurück zu Ihnen`,
  refundText: (school, title) => `${school} hat Ihre Bestellung „${title}“ zurückgezahlt. Das Geld kommt auf dem Weg zurück, auf dem Sie bezahlt haben; bei Banken dauert das fünf bis zehn Tage.`,
  refunded: 'Zurückgezahlt',

  things: {
    product: {
      term: 'Produkt',
      thanks: 'Vielen Dank. Es gehört Ihnen',
      left: 'Es steht nicht mehr bei Ihren Kursen, auch nicht mit Dateien und Lizenzschlüsseln.',
      kept: 'Was Sie gekauft haben, behalten Sie.',
      begin: 'Zu meinen Kursen',
    },
    licence: {
      term: 'Musik',
      thanks: 'Vielen Dank. Die Lizenz gehört Ihnen',
      left: 'Die Musik steht nicht mehr bei Ihren Kursen, und ihre Lizenz ist beendet.',
      kept: 'Die Musik und ihre Lizenz behalten Sie.',
      begin: 'Zu meinen Kursen',
    },
  },
}
