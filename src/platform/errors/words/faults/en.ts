import { counting } from '#platform/i18n/counting.ts'

const count = counting('en')

/** The sentences of faults that can happen anywhere. */
export const en = {
  nothingHere: 'There is nothing at this address.',
  notYourRole: 'Your role in this school does not include this. The owner can change roles under People.',
  signIn: 'Please sign in to go on.',
  lookAgain: 'Some fields need another look.',
  tooManyTries: (minutes: number) => `Too many tries. Please wait ${count(minutes, { one: '# minute', other: '# minutes' })} and try again.`,
  ourSide: 'Something went wrong on our side. It was noted; please try again.',
  noDatabase: 'CourseCove cannot reach its database right now. Nothing was lost; please try again in a moment.',
  atMost: (characters: number) => `Use at most ${characters} characters.`,
  atLeast: (characters: number) => `Use at least ${characters} characters.`,
  fillIn: 'Fill this in.',
  doesNotFit: 'This does not fit here. Please look at it again.',
}
