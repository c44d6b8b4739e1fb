import type { Permission } from '#modules/tenancy/index.ts'

/** What each permission lets somebody do, as the table of roles says it. A permission without words does not compile. */
export const permissionWords: Record<Permission, string> = {
  'studio.enter': 'Enter the studio',
  'courses.manage': 'Build and publish courses',
  'files.manage': 'Upload files',
  'progress.read': 'See how students get on',
  'people.read': 'See who belongs to the school',
  'people.addresses': 'See e-mail addresses',
  'enrolments.manage': 'Put people into courses and take them out',
  'people.manage': 'Invite and remove people, change roles',
  'offers.manage': 'Set prices, make coupons',
  'orders.read': 'See orders and the books',
  'orders.refund': 'Refund orders',
  'credits.give': 'Give credits',
  'payouts.manage': 'Connect the account for payouts',
  'school.manage': 'Change the school’s settings and texts',
  'webhooks.manage': 'Connect other programs',
  'api-keys.manage': 'Make keys for the school’s own programs',
}
