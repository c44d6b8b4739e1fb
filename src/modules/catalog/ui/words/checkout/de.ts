import { counting } from '#platform/i18n/counting.ts'
import type { Shape } from '#platform/i18n/catalogue.ts'
import type { en } from './en.ts'

const count = counting('de')

export const de: Shape<typeof en> = {
  checkout: 'Kasse',
  titleOf: (course, school) => `Kasse: ${course} · ${school}`,

  yourOrder: 'Ihre Bestellung',
  price: 'Preis',
  total: 'Gesamt',

  knownAddress: 'Zu dieser Adresse gibt es schon ein Konto',
  signInToContinue: 'Anmelden und fortfahren',
  buyingAs: 'Sie kaufen als',
  yourName: 'Ihr Name',
  yourEmail: 'Ihre E-Mail-Adresse',
  enterEmail: 'Bitte geben Sie Ihre E-Mail-Adresse ein.',
  continueToPayment: 'Weiter zur Zahlung',
  securePage: (payments) => `Sie bezahlen auf der sicheren Seite von ${payments}. Ihre Kartendaten kommen nie auf diese Seite.`,
  nothingToPay: 'Es kostet nichts, und Sie brauchen keine Karte.',

  haveCoupon: 'Haben Sie einen Gutschein?',
  yourCoupon: 'Ihr Gutschein',
  coupon: 'Gutschein',
  apply: 'Einlösen',
  remove: 'Entfernen',
  typeAnew: 'Bitte geben Sie den Code noch einmal ein.',
  leastByCard: (amount) => `Weniger als ${amount} lässt sich nicht mit Karte zahlen. So viel bleibt übrig.`,

  whatNext: 'So geht es weiter',
  youPay: (amount) => `Sie zahlen ${amount}, mit Karte oder auf einem anderen Weg, den die Zahlungsseite anbietet.`,
  receiptComes: 'Der Beleg kommt per E-Mail.',
  receiptAndLink: 'Der Beleg kommt per E-Mail, mit einem Link, der Ihr Konto öffnet.',
  daysToChangeMind: (days, school) => `Sie können es sich ${count(days, { one: '# Tag', other: '# Tage' })} lang anders überlegen. Schreiben Sie an ${school}, und das Geld kommt zurück.`,

  nothingCharged: 'Es wurde nichts abgebucht',
  leftPayment: 'Sie haben die Zahlungsseite vor dem Bezahlen verlassen. Unten geht es weiter, wann immer Sie möchten.',
  notOnSale: 'Das wird gerade nicht verkauft. Bitte schauen Sie später wieder vorbei.',
  heldNow: 'Das gibt es nur einmal, und gerade bezahlt es jemand. Ihnen wurde nichts berechnet. Geht die Person weg, ist es in höchstens 40 Minuten wieder frei.',
  soldOnce: 'Gerade hat jemand das für sich allein gekauft. Ihnen wurde nichts berechnet, und es ist nicht mehr zu haben.',
  paymentUnreachable: 'Die Zahlungsseite ist gerade nicht zu erreichen. Es wurde nichts abgebucht, und Ihre Bestellung bleibt erhalten; bitte versuchen Sie es gleich noch einmal.',

  waiting: 'Wir warten auf die Bestätigung der Zahlung',
  waitingText: 'Das dauert meist ein paar Sekunden. Sie können diese Seite schließen: Der Beleg kommt per E-Mail, sobald die Zahlung bestätigt ist.',
  checkAgain: 'Noch einmal nachsehen',
  inLibrary: (course, email) => `„${course}“ steht bei Ihren Kursen. Der Beleg ist unterwegs an ${email}.`,
  linkSent: (course, email) => `Der Beleg und ein Link sind unterwegs an ${email}. Der Link öffnet Ihr Konto, darin steht „${course}“. Nichts da? Sehen Sie im Spam-Ordner nach.`,
  openLibrary: 'Zu meinen Kursen',
  debitOnItsWay: 'Ihre Lastschrift ist unterwegs',
  debitText: (course, email) => `Sie braucht ein paar Werktage. Wir schreiben an ${email}, sobald „${course}“ offen ist. Sie müssen nichts weiter tun.`,
  failed: 'Die Zahlung hat nicht geklappt',
  failedText: 'Es wurde nichts abgebucht. Sie können es mit derselben Karte oder auf einem anderen Weg noch einmal versuchen.',
  tryAgain: 'Noch einmal versuchen',
}
