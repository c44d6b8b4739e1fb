import type { Permission } from '#modules/tenancy/index.ts'
import { peopleWords } from '../../words/people-words.ts'

/** What each permission lets somebody do, as the table of roles says it. A permission without words does not compile. */
export const permissionWords = (): Record<Permission, string> => ({
  'studio.enter': peopleWords().enterStudio,
  'courses.manage': peopleWords().manageCourses,
  'files.manage': peopleWords().uploadFiles,
  'progress.read': peopleWords().readProgress,
  'people.read': peopleWords().readPeople,
  'people.addresses': peopleWords().readAddresses,
  'enrolments.manage': peopleWords().manageEnrolments,
  'people.manage': peopleWords().managePeople,
  'offers.manage': peopleWords().manageOffers,
  'orders.read': peopleWords().readOrders,
  'orders.refund': peopleWords().refundOrders,
  'credits.give': peopleWords().giveCredits,
  'payouts.manage': peopleWords().managePayouts,
  'school.manage': peopleWords().manageSchool,
  'webhooks.manage': peopleWords().manageWebhooks,
  'api-keys.manage': peopleWords().manageKeys,
})
