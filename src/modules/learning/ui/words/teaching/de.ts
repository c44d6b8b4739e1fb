import { counting } from '#platform/i18n/counting.ts'
import type { Shape } from '#platform/i18n/catalogue.ts'
import type { en } from './en.ts'

const count = counting('de')

export const de: Shape<typeof en> = {
  setPrice: 'Den Preis setzen',
  connectPayouts: 'Auszahlungen verbinden',
  reachesBank: 'Damit das Geld bei Ihrer Bank ankommt.',
  setUpPayouts: 'Auszahlungen einrichten',
  standsOnSite: 'Danach steht alles auf Ihrer Website.',
  inviteYours: 'Ihre Leute einladen',
  invite: 'Einladen',
  openYourSchool: 'Eröffnen Sie Ihre Schule',
  doneOf: (done, steps) => `${done} von ${steps} erledigt`,
  done: 'Erledigt',
  siteThere: 'Ihre Website gibt es schon:',
  or: 'oder',
  lookAtIt: 'ansehen',
  giveLogo: 'mit Logo und Farbe versehen',

  noPrice: (names, courses) => count(courses, { one: `${names} hat keinen Preis`, other: `${names} haben keinen Preis` }),
  noPriceText: 'Auf der Website steht, dass nicht verkauft wird. Setzen Sie einen Preis, oder 0 für kostenlos.',
  nobodyCanBuy: 'Noch kann niemand bei Ihnen kaufen',
  onHold: 'Ihre Auszahlungen sind angehalten',
  seeMissing: 'Sehen, was fehlt',
  payoutsMissing: 'Auszahlungen sind nicht eingerichtet; was einen Preis hat, wird deshalb gerade nicht verkauft.',
  providerWants: 'Der Zahlungsdienst möchte noch etwas wissen und hält die Verkäufe so lange an.',
  ownerCan: 'Die Leitung der Schule kann das tun.',
  andMore: (slice, names) => `${slice} und ${names} weitere`,

  noNameYet: 'Noch kein Name',
  latestLearning: 'Zuletzt gelernt',

  accessEnded: 'Zugang beendet',
  finished: 'Abgeschlossen',
  progress: 'Fortschritt',
  progressOf: (name) => `Fortschritt von ${name}`,
  ofAll: (completedCount, lessonCount) => `${completedCount} von ${lessonCount}`,
  at: 'Bei',
  notBegun: 'Nicht begonnen',
  lastSeen: 'Zuletzt da',
  never: 'Nie',
  since: 'Seit',
  whoeverBuys: (courseTitle) => `Wer „${courseTitle}“ kauft oder beginnt, erscheint hier, mit dem Stand.`,
}
