import { counting } from '#platform/i18n/counting.ts'

const count = counting('en')

/** One’s own data: a copy to take along, and the way out. */
export const en = {
  copyOfData: 'A copy of your data',
  leave: (school: string) => `Leave ${school}`,
  deleteAccount: 'Delete your account',
  readyUntil: 'Ready until',
  thenDeleted: '; then it is deleted.',
  leftOut: (files: number) => `${count(files, { one: '1 file is', other: '# files are' })} not in it; the copy names them.`,
  download: (size: string) => `Download, ${size}`,
  copyIsMade: 'Your copy is being made',
  copyIsMadeText: 'A mail comes when it is ready. You can leave this page.',
  whatIsKnown: (school: string | null) => `What ${school ?? 'every school here'} knows of you, as a zip of JSON lists: your profile and details, orders, courses and progress, mails, and the files you uploaded. It is made in the background; a mail comes when it is ready.`,
  makeCopy: 'Make a copy',

  leaveOn: (school: string) => `You leave ${school} on`,
  deletedOn: 'Your account is deleted on',
  stay: 'Stay',
  keepAccount: 'Keep the account',
  wasHeld: (schools: string) => `It was due and could not be: ${schools} would have no owner. Make someone else an owner.`,
  asBefore: 'Until then everything works as before.',
  keptElsewhere: 'Your place here is kept at the sign-in service. Leave the organization there; it shows here a moment later.',
  onlyOwner: (schools: string) => `You are the only owner of ${schools}`,
  onlyOwnerText: 'A school cannot be without one. Make someone else an owner under People first.',

  deleted: 'Deleted',
  yourPlace: 'your place at the school, with your profile and details there',
  yourAccount: 'your account, your profiles and every place you signed in',
  accessTo: (courses: number) => `access to ${count(courses, { one: '# course', other: '# courses' })}`,
  progressIn: (lessons: number) => `progress in ${count(lessons, { one: '# lesson', other: '# lessons' })}`,
  filesAndMails: 'files that no lesson shows, and mails to you',
  keptByLaw: 'Kept, because the law asks for it',
  ordersKept: (orders: number) => count(orders, { one: '# order with its entries in the books', other: '# orders with their entries in the books' }),
  ordersKeptNameless: (orders: number) => count(orders, { one: '# order with its entries in the books, without your name and address', other: '# orders with their entries in the books, without your name and address' }),
  nothingKept: 'nothing: you bought nothing',
  happensIn: (days: number) => `It happens in ${count(days, { one: '# day', other: '# days' })}. Until then everything works as before and you can change your mind; after that nobody can bring it back.`,
  leaveStep: (school: string) => `Leave ${school} …`,
  deleteStep: 'Delete my account …',
  yesLeave: (days: number) => `Yes, leave in ${count(days, { one: '# day', other: '# days' })}`,
  yesDelete: (days: number) => `Yes, delete it in ${count(days, { one: '# day', other: '# days' })}`,
  keepAsItIs: 'Keep as it is',
}
