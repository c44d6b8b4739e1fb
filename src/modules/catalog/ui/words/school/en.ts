import { counting } from '#platform/i18n/counting.ts'

const count = counting('en')

/** What the program says on a school's public pages. */
export const en = {
  products: 'Products',
  signIn: 'Sign in',
  signOut: 'Sign out',
  studio: 'Studio',
  yourAccount: 'Your account',
  yourSchools: 'Your schools',
  otherSchools: 'Your other schools',
  accountOf: (name: string) => `Account of ${name}`,
  signedInAs: (name: string) => `Signed in as ${name}`,
  navigation: 'School',
  phoneNavigation: 'School, phone',
  menu: 'Menu',

  minutes: (minutes: number) => `${minutes} min`,
  hours: (hours: number) => `${hours} h`,
  levels: { beginner: 'Beginner', improver: 'Improver', intermediate: 'Intermediate', advanced: 'Advanced' },

  subjects: 'Subjects',
  allSubjects: 'All',
  previous: 'Previous',
  next: 'Next',
  free: 'Free',

  toWatchAndHear: (length: string) => `${length} to watch and hear`,
  outcomes: 'You will be able to',
  lessonKinds: { video: 'Video', audio: 'Audio', text: 'Text', pdf: 'PDF', file: 'File' },
  freePreview: 'Free preview',

  priceAndIncluded: 'Price and what is included',
  daysToChangeMind: (days: number) => count(days, { one: '# day to change your mind', other: '# days to change your mind' }),
  doneOf: (done: number, total: number) => `${done} of ${total}`,
  notForSale: 'Not for sale yet',
  notForSaleText: 'You see below what is in it; buying opens soon.',
  noCardNeeded: 'no card needed',
  withCoupon: (code: string) => `with ${code}`,
  onceForGood: 'once, yours for good',
  inPlaceOf: 'in place of',
  continueLearning: 'Continue learning',
  startLearningFree: 'Start learning, free',
  sheets: (sheets: number) => count(sheets, { one: '# sheet to download', other: '# sheets to download' }),
  onEveryDevice: 'On phone, tablet and computer',

  toDownload: 'To download',
  alsoFree: 'Also free to see',

  draft: 'This is a draft',
  payoutsMissing: 'Payouts are not set up yet, so visitors cannot buy it. They are told that it is not on sale right now.',
  ownerSetsUp: 'The owner of the school can set them up.',
  setUpPayouts: 'Set up payouts',
}
