import { counting } from '#platform/i18n/counting.ts'
import type { Shape } from '#platform/i18n/catalogue.ts'
import type { en } from './en.ts'

const count = counting('de')

export const de: Shape<typeof en> = {
  products: 'Produkte',
  signIn: 'Anmelden',
  signOut: 'Abmelden',
  studio: 'Studio',
  yourAccount: 'Ihr Konto',
  yourSchools: 'Ihre Schulen',
  otherSchools: 'Ihre anderen Schulen',
  accountOf: (name) => `Konto von ${name}`,
  signedInAs: (name) => `Angemeldet als ${name}`,
  navigation: 'Schule',
  phoneNavigation: 'Schule, mobil',
  menu: 'Menü',

  minutes: (minutes) => `${minutes} Min.`,
  hours: (hours) => `${hours} Std.`,
  levels: { beginner: 'Für den Einstieg', improver: 'Mit etwas Erfahrung', intermediate: 'Mittelstufe', advanced: 'Fortgeschritten' },

  subjects: 'Fächer',
  allSubjects: 'Alle',
  previous: 'Zurück',
  next: 'Weiter',
  free: 'Kostenlos',

  toWatchAndHear: (length) => `${length} Video und Ton`,
  outcomes: 'Das können Sie danach',
  lessonKinds: { video: 'Video', audio: 'Audio', text: 'Text', pdf: 'PDF', file: 'Datei' },
  freePreview: 'Gratis ansehen',

  priceAndIncluded: 'Preis und was dazugehört',
  daysToChangeMind: (days) => count(days, { one: '# Tag Rückgaberecht', other: '# Tage Rückgaberecht' }),
  doneOf: (done, total) => `${done} von ${total}`,
  notForSale: 'Noch nicht im Verkauf',
  notForSaleText: 'Unten sehen Sie, was darin steckt. Der Verkauf beginnt bald.',
  noCardNeeded: 'ohne Karte',
  withCoupon: (code) => `mit ${code}`,
  onceForGood: 'einmal zahlen, für immer behalten',
  inPlaceOf: 'statt',
  continueLearning: 'Weiterlernen',
  startLearningFree: 'Kostenlos lernen',
  sheets: (sheets) => count(sheets, { one: '# Blatt zum Herunterladen', other: '# Blätter zum Herunterladen' }),
  onEveryDevice: 'Auf Handy, Tablet und Computer',

  toDownload: 'Zum Herunterladen',
  alsoFree: 'Auch kostenlos zu sehen',

  draft: 'Das ist ein Entwurf',
  payoutsMissing: 'Auszahlungen sind noch nicht eingerichtet. Deshalb steht auf der Seite, dass gerade nichts verkauft wird.',
  ownerSetsUp: 'Wer die Schule leitet, kann sie einrichten.',
  setUpPayouts: 'Auszahlungen einrichten',
}
