import { counting } from '#platform/i18n/counting.ts'
import type { Shape } from '#platform/i18n/catalogue.ts'
import type { en } from './en.ts'

const count = counting('de')

export const de: Shape<typeof en> = {
  subject: (title) => `Ihr Beleg: ${title}`,
  heading: 'Vielen Dank. Der Kurs gehört Ihnen',
  inLibrary: (title) => `„${title}“ steht bei Ihren Kursen.`,
  inLibraryByLink: (title, days) => `„${title}“ steht bei Ihren Kursen. Der Link unten öffnet Ihr Konto; er gilt einmal, ${count(days, { one: '# Tag', other: '# Tage' })} lang. Danach melden Sie sich mit dieser Adresse an.`,
  course: 'Kurs',
  price: 'Preis',
  coupon: (code) => `Gutschein ${code}`,
  paid: 'Bezahlt',
  order: 'Bestellung',
  date: 'Datum',
  openLibrary: 'Zu meinen Kursen',
  startLearning: 'Jetzt lernen',
  why: (school) => `${school} schickt Ihnen diesen Beleg, weil mit dieser Adresse ein Kurs gekauft wurde. Bewahren Sie ihn für Ihre Unterlagen auf.`,

  refundSubject: (amount, title) => `Rückzahlung von ${amount}: ${title}`,
  refundHeading: (amount) => `${amount} sind auf dem Weg zurück zu Ihnen`,
  refundText: (school, title) => `${school} hat Ihre Bestellung „${title}“ zurückgezahlt. Das Geld kommt auf dem Weg zurück, auf dem Sie bezahlt haben; bei Banken dauert das fünf bis zehn Tage.`,
  refundFull: 'Der Kurs steht nicht mehr bei Ihren Kursen. Was Sie darin geschrieben und erreicht haben, bleibt erhalten, falls Sie wiederkommen.',
  refundPart: 'Den Kurs behalten Sie.',
  refunded: 'Zurückgezahlt',
}
