import type { Shape } from '#platform/i18n/catalogue.ts'
import type { en } from './en.ts'

export const de: Shape<typeof en> = {
  wroteTo: (name, school) => `${name} hat an ${school} geschrieben`,
  from: 'Von',
  address: 'Adresse',
  answer: (name) => `Antworten Sie auf diese E-Mail, um ${name} zu schreiben. Sie kam über das Kontaktformular Ihrer Startseite.`,
}
