import type { Shape } from '#platform/i18n/catalogue.ts'
import type { en } from './en.ts'

export const de: Shape<typeof en> = {
  copyReady: 'Die Kopie Ihrer Daten ist fertig',
  copyReadyText: (from, day) => `Sie wollten eine Kopie dessen, was ${from} von Ihnen weiß. Sie liegt bis ${day} bereit; dann wird sie gelöscht.`,
  fetchCopy: 'Kopie holen',
  accountDeleted: (day) => `Ihr Konto wird am ${day} gelöscht`,
  youLeave: (school, day) => `Sie verlassen ${school} am ${day}`,
  asBefore: 'Sie haben gerade darum gebeten. Bis dahin bleibt alles, wie es ist, und Sie können es sich anders überlegen.',
  notYouAccount: 'Wenn Sie es nicht waren, behalten Sie das Konto und ändern Sie Ihr Passwort.',
  notYouPlace: 'Wenn Sie es nicht waren, bleiben Sie und ändern Sie Ihr Passwort.',
  keepAccount: 'Konto behalten',
  stay: 'Bleiben',
}
