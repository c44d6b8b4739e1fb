import { counting } from '#platform/i18n/counting.ts'

const count = counting('en')

/** The studio’s frame, its first page and the settings. */
export const en = {
  todayOf: (name: string) => `Today · ${name}`,
  today: 'Today',
  goodMorning: 'Good morning',
  goodAfternoon: 'Good afternoon',
  goodEvening: 'Good evening',

  earnedThisMonth: 'Earned this month',
  whyNumber: 'Why this number?',
  thisMonthBefore: (newStudentsLastMonth: number) => `this month, ${newStudentsLastMonth} the month before`,
  learningThisWeek: 'Learning this week',
  thisMonthEver: (coursesFinishedEver: number) => `this month, ${coursesFinishedEver} in all`,
  fromOrders: (orderCount: number) => `From ${count(orderCount, { one: '# order', other: '# orders' })}.`,
  asLastMonth: 'As by this day last month.',
  moreThan: (amount: string) => `${amount} more than by this day last month.`,
  lessThan: (amount: string) => `${amount} less than by this day last month.`,

  whoAndWhat: 'Who and what',
  whereItGoes: 'Where it goes',
  nothingToShare: 'Nothing to share',
  orderNumber: (number: number) => `Order ${number}`,
  paid: 'Paid',
  latestOrders: 'Latest orders',
  allOrders: 'All orders',
  byDebit: 'by bank debit.',
  onItsWay: (sumsInWords: string) => `${sumsInWords} on its way`,
  firstAppears: 'The first one appears here by itself, with what of it is yours.',
  noOrders: 'No orders yet',

  studentsTitle: (title: string, name: string) => `Students of ${title} · ${name}`,
  students: 'Students',
  manyOf: (many: string, title: string) => `${many} of ${title}`,
  toNewest: 'To the newest',

  courses: 'Courses',
  products: 'Products',
  people: 'People',
  orders: 'Orders',
  customers: 'Customers',
  coupons: 'Coupons',
  payouts: 'Payouts',
  site: 'Site',
  settings: 'Settings',
  yourProfile: 'Your profile',

  studioOf: (name: string) => `Studio · ${name}`,
  switchToLearning: 'switch to learning',
  switchSchools: 'Switch between your schools',
  allYourSchools: 'All your schools',
  yourSchools: 'Your schools',

  settingsText: 'The name of your school and where it is. What its first page says, and the colour it wears, stand under',
  languages: 'Languages',
  api: 'API',
  domains: 'Domains',
  webhooks: 'Webhooks',
  shownNow: 'Your pages show it from now on.',
  saved: 'Saved',
  seeFirstPage: 'See your first page',
  nameOfSchool: 'Name of the school',
  keptAtClerk: 'Kept at Clerk: change it there, and it shows here a moment later.',
  tagline: 'Tagline',
  taglineHint: 'One line under the name, in search results and at the foot of pages.',
  timeZone: 'Time zone',
  addressStays: (host: string, currency: string) => `Address and currency stay as they were chosen: ${host} · ${currency}`,
  save: 'Save',

  signOut: 'Sign out',
}
