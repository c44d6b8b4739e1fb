import type { Shape } from '#platform/i18n/catalogue.ts'
import type { en } from './en.ts'

export const de: Shape<typeof en> = {
  ifNothing: 'Wenn der Knopf nichts tut, öffnen Sie diese Adresse:',
  fromSchool: (school) => `Diese E-Mail kommt von ${school}.`,
  fromInstallation: 'Diese E-Mail kommt von dieser Installation von CourseCove.',
}
