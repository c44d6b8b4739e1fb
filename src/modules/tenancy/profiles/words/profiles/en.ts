/** Kinds of profile and their fields, and the form that asks for them. A figure's name stands behind it: 12 years teaching. */
export const en = {
  types: { teacher: 'Teacher', coach: 'Coach', realtor: 'Realtor', 'loan-officer': 'Loan officer' },
  fields: {
    teacher: { years: 'years teaching', subjects: 'Teaches', languages: 'Languages' },
    coach: { rate: 'an hour', years: 'years coaching', speciality: 'Speciality', audience: 'Works with', languages: 'Languages' },
    realtor: { rate: 'an hour', years: 'years licensed', homesSold: 'homes sold', region: 'Region', licence: 'Licence' },
    'loan-officer': { rate: 'an hour', years: 'years lending', loansClosed: 'loans closed', states: 'Licensed in', nmls: 'NMLS' },
  },
  hints: {
    rate: 'In whole units of the school’s currency. Leave it empty to say nothing.',
    licence: 'As the state’s register lists it.',
    nmls: 'Your number at nmlsconsumeraccess.org.',
  },
  fillInOrChoose: 'Fill this in, or choose another kind of profile.',
  wholeNumber: (most: number) => `Use a whole number from 0 to ${most}, or nothing.`,
}
