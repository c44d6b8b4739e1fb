import type { Shape } from '#platform/i18n/catalogue.ts'
import type { en } from './en.ts'

export const de: Shape<typeof en> = {
  about: (school) => `Über ${school}`,
  voices: 'Das sagen andere',
  writeTo: (school) => `Schreiben Sie an ${school}`,
  watchAndListen: 'Ansehen und anhören',
  writeToUs: 'Schreiben Sie uns',
  tryAFreeOne: 'Kostenlos ausprobieren',
  onItsWay: 'Ihre Nachricht ist unterwegs',
  answersTo: (school) => `${school} antwortet an die Adresse, die Sie angegeben haben.`,
  backTo: (school) => `Zurück zu ${school}`,
}
