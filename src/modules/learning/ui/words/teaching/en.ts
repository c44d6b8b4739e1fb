import { counting } from '#platform/i18n/counting.ts'

const count = counting('en')

/** What the studio says of how people learn, and of what a school still lacks. */
export const en = {
  setPrice: 'Set its price',
  connectPayouts: 'Connect payouts',
  reachesBank: 'So that what people pay reaches your bank.',
  setUpPayouts: 'Set up payouts',
  standsOnSite: 'Then it stands on your site.',
  inviteYours: 'Invite your people',
  invite: 'Invite',
  openYourSchool: 'Open your school',
  doneOf: (done: number, steps: number) => `${done} of ${steps} done`,
  done: 'Done',
  siteThere: 'Your site is there already:',
  or: ', or',
  lookAtIt: 'look at it',
  giveLogo: 'give it your logo and colour',

  noPrice: (names: string, courses: number) => count(courses, { one: `${names} has no price`, other: `${names} have no price` }),
  noPriceText: 'Visitors read that it is not on sale. Set a price, or 0 to make it free.',
  nobodyCanBuy: 'Nobody can buy from you yet',
  onHold: 'Your payouts are on hold',
  seeMissing: 'See what is missing',
  payoutsMissing: 'Payouts are not set up, so what has a price is shown as not on sale right now.',
  providerWants: 'The payment provider wants to know something more, and pauses sales until then.',
  ownerCan: 'The owner of the school can do this.',
  andMore: (slice: string, names: number) => `${slice} and ${names} more`,

  noNameYet: 'No name yet',
  latestLearning: 'Latest learning',

  accessEnded: 'Access ended',
  finished: 'Finished',
  progress: 'Progress',
  progressOf: (name: string) => `Progress of ${name}`,
  ofAll: (completedCount: number, lessonCount: number) => `${completedCount} of ${lessonCount}`,
  at: 'At',
  notBegun: 'Not begun',
  lastSeen: 'Last seen',
  never: 'Never',
  since: 'Since',
  whoeverBuys: (courseTitle: string) => `Whoever buys or begins ${courseTitle} appears here, with how far they are.`,
}
