import { counting } from '#platform/i18n/counting.ts'

const count = counting('en')

/** The mails to those who buy. */
export const en = {
  subject: (title: string) => `Your receipt: ${title}`,
  inLibrary: (title: string) => `${title} is in your library.`,
  inLibraryByLink: (title: string, days: number) => `${title} is in your library. The link below opens your account; it works once, for ${count(days, { one: '# day', other: '# days' })}. After that, sign in with this address.`,
  price: 'Price',
  coupon: (code: string) => `Coupon ${code}`,
  paid: 'Paid',
  order: 'Order',
  date: 'Date',
  openLibrary: 'Open my library',
  why: (school: string) => `${school} sent you this receipt because this address was used to buy from it. Keep it for your records.`,

  refundSubject: (amount: string, title: string) => `Refund of ${amount}: ${title}`,
  refundHeading: (amount: string) => `${amount} is on its way back to you`,
  refundText: (school: string, title: string) => `${school} has refunded your order of ${title}. It goes back the way you paid; banks take five to ten days to show it.`,
  refunded: 'Refunded',

  // One entry for each kind of thing that is sold, but courses, which each school calls otherwise: how it is called in a row of figures, and what buying and refunding it did.
  things: {
    product: {
      term: 'Product',
      thanks: 'Thank you. It is yours',
      left: 'It has left your library, with its downloads and licence keys.',
      kept: 'You keep what you bought.',
      begin: 'Open my library',
    },
    licence: {
      term: 'Music',
      thanks: 'Thank you. The licence is yours',
      left: 'It has left your library, and its licence has ended.',
      kept: 'You keep the music and its licence.',
      begin: 'Open my library',
    },
  },
}
