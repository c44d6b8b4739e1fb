/** What somebody reads who learns: their courses, and what ended. */
export const en = {
  nothingYet: 'Nothing on your shelf yet',
  finishedAll: 'You have finished everything on your shelf.',
  seeMore: 'See what else there is',
  yourDataHere: 'Your data at this school',
  begin: (title: string) => `Begin: ${title}`,
  continue: (title: string) => `Continue: ${title}`,
  finished: 'Finished',
  newSince: (lessonCount: number) => `Finished; ${lessonCount} new since then`,

  unexpectedWrite: (schoolName: string) => `If you did not expect this, write to ${schoolName} at`,
  unexpectedAsk: (schoolName: string) => `If you did not expect this, ask ${schoolName}: answer the mail that told you of the refund, or the receipt of your purchase.`,

  endedTitle: (title: string, name: string) => `Access ended · ${title} · ${name}`,

  lesson: 'Lesson',

  yourDataAt: (name: string) => `Your data · ${name}`,
  yourData: 'Your data',
  atSchool: (name: string) => `At ${name}. For every school at once, and the account itself, see`,
  yourAccount: 'your account',

  impossibleReport: 'This says that more was watched than the time allows. Your progress before it is kept.',
  courseNotFree: 'This course is not free. You can buy it on its page.',
  wasBought: 'This course was bought. Refund the order; the enrolment ends with it.',

  noSuchCourse: 'There is no such course, or it is a draft.',
  doesNotBelong: 'This person does not belong to the school. Invite them first.',

  yesterday: 'yesterday',
  justNow: 'just now',
  minutesAgo: (minutes: number) => `${minutes} min ago`,
  hoursAgo: (floor: number) => `${floor} h ago`,
}
