import type { Shape } from '#platform/i18n/catalogue.ts'
import type { en } from './en.ts'

export const de: Shape<typeof en> = {
  types: { teacher: 'Lehrkraft', coach: 'Coaching', realtor: 'Immobilienmaklerin oder -makler', 'loan-officer': 'Kreditberatung' },
  fields: {
    teacher: { years: 'Jahre im Unterricht', subjects: 'Unterrichtet', languages: 'Sprachen' },
    coach: { rate: 'pro Stunde', years: 'Jahre als Coach', speciality: 'Schwerpunkt', audience: 'Arbeitet mit', languages: 'Sprachen' },
    realtor: { rate: 'pro Stunde', years: 'Jahre mit Lizenz', homesSold: 'verkaufte Häuser', region: 'Gegend', licence: 'Lizenz' },
    'loan-officer': { rate: 'pro Stunde', years: 'Jahre mit Krediten', loansClosed: 'abgeschlossene Kredite', states: 'Zugelassen in', nmls: 'NMLS-Nummer' },
  },
  hints: {
    rate: 'In ganzen Einheiten der Währung Ihrer Schule. Leer heißt: nichts sagen.',
    licence: 'So, wie sie im Register des Staates steht.',
    nmls: 'Ihre Nummer bei nmlsconsumeraccess.org.',
  },
  fillInOrChoose: 'Bitte ausfüllen, oder eine andere Art von Profil wählen.',
  wholeNumber: (most) => `Bitte eine ganze Zahl von 0 bis ${most}, oder nichts.`,
}
