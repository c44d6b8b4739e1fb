import { counting } from '#platform/i18n/counting.ts'
import type { Shape } from '#platform/i18n/catalogue.ts'
import type { en } from './en.ts'

const count = counting('de')

export const de: Shape<typeof en> = {
  todayOf: (name) => `Heute · ${name}`,
  today: 'Heute',
  goodMorning: 'Guten Morgen',
  goodAfternoon: 'Guten Tag',
  goodEvening: 'Guten Abend',

  earnedThisMonth: 'Diesen Monat verdient',
  whyNumber: 'Warum diese Zahl?',
  thisMonthBefore: (newStudentsLastMonth) => `diesen Monat, ${newStudentsLastMonth} im Monat davor`,
  learningThisWeek: 'Lernen diese Woche',
  thisMonthEver: (coursesFinishedEver) => `diesen Monat, ${coursesFinishedEver} insgesamt`,
  fromOrders: (orderCount) => `Aus ${count(orderCount, { one: '# Bestellung', other: '# Bestellungen' })}.`,
  asLastMonth: 'So viel wie bis zu diesem Tag im letzten Monat.',
  moreThan: (amount) => `${amount} mehr als bis zu diesem Tag im letzten Monat.`,
  lessThan: (amount) => `${amount} weniger als bis zu diesem Tag im letzten Monat.`,

  whoAndWhat: 'Wer und was',
  whereItGoes: 'Wohin es geht',
  nothingToShare: 'Nichts zu teilen',
  orderNumber: (number) => `Bestellung ${number}`,
  paid: 'Bezahlt',
  latestOrders: 'Letzte Bestellungen',
  allOrders: 'Alle Bestellungen',
  byDebit: 'per Lastschrift.',
  onItsWay: (sumsInWords) => `${sumsInWords} unterwegs`,
  firstAppears: 'Die erste erscheint hier von selbst, mit dem, was davon Ihnen gehört.',
  noOrders: 'Noch keine Bestellungen',

  studentsTitle: (title, name) => `Lernende: ${title} · ${name}`,
  students: 'Lernende',
  manyOf: (many, title) => `${many}: ${title}`,
  toNewest: 'Zu den Neuesten',

  courses: 'Kurse',
  products: 'Produkte',
  people: 'Personen',
  orders: 'Bestellungen',
  customers: 'Kundschaft',
  coupons: 'Gutscheine',
  payouts: 'Auszahlungen',
  site: 'Website',
  settings: 'Einstellungen',
  yourProfile: 'Ihr Profil',

  studioOf: (name) => `Studio: ${name}`,
  switchToLearning: 'zum Lernen wechseln',
  switchSchools: 'Zwischen Ihren Schulen wechseln',
  allYourSchools: 'Alle Ihre Schulen',
  yourSchools: 'Ihre Schulen',

  settingsText: 'Der Name Ihrer Schule und wo sie ist. Was ihre Startseite sagt und welche Farbe sie trägt, steht unter',
  languages: 'Sprachen',
  api: 'API',
  domains: 'Domains',
  webhooks: 'Webhooks',
  shownNow: 'Ihre Seiten zeigen es ab jetzt.',
  saved: 'Gespeichert',
  seeFirstPage: 'Startseite ansehen',
  nameOfSchool: 'Name der Schule',
  keptAtClerk: 'Liegt bei Clerk: Ändern Sie es dort; hier zeigt es sich gleich darauf.',
  tagline: 'Untertitel',
  taglineIn: (language) => `Untertitel auf ${language}`,
  taglineHint: 'Eine Zeile unter dem Namen, in Suchergebnissen und am Fuß der Seiten.',
  timeZone: 'Zeitzone',
  addressStays: (host, currency) => `Adresse und Währung bleiben, wie sie gewählt wurden: ${host} · ${currency}`,
  save: 'Speichern',

  signOut: 'Abmelden',
}
