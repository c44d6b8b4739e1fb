import type { Shape } from '#platform/i18n/catalogue.ts'
import type { en } from './en.ts'

export const de: Shape<typeof en> = {
  profile: 'Profil',
  people: 'Personen',
  yours: 'Ihr Profil',
  of: (name) => `Profil von ${name}`,
  noName: 'Noch kein Name',
  isRead: 'Es steht auf der Startseite und wird dort gelesen.',
  teamOnly: 'Nur Ihr Team sieht es: Auf der Website steht diese Person nicht.',
  saved: 'Das Profil ist gespeichert',
  seeOnSite: 'Auf der Website ansehen',
  name: 'Name',
  headline: 'In wenigen Worten',
  headlineHint: 'Steht unter dem Namen: was Sie unterrichten, oder was Sie sind.',
  about: 'Über die Person',
  aboutHint: 'Zwei oder drei Sätze lesen sich am besten.',
  kind: 'Art des Profils',
  kindHint: 'Danach richten sich die Felder darunter.',
  none: 'Keine',
  inCurrency: (field, currency) => `${field}, in ${currency}`,
  show: 'Auf der Website zeigen',
  showHint: 'Die Startseite nennt alle, bei denen hier ein Haken steht.',
  save: 'Profil speichern',
}
