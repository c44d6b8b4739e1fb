import { counting } from '#platform/i18n/counting.ts'

const count = counting('en')

/** What the program says to somebody who buys. */
export const en = {
  checkout: 'Checkout',
  titleOf: (course: string, school: string) => `Checkout: ${course} · ${school}`,

  yourOrder: 'Your order',
  price: 'Price',
  total: 'Total',

  knownAddress: 'This address already has an account',
  signInToContinue: 'Sign in to continue',
  buyingAs: 'Buying as',
  yourName: 'Your name',
  yourEmail: 'Your e-mail address',
  enterEmail: 'Enter your e-mail address.',
  continueToPayment: 'Continue to payment',
  securePage: (payments: string) => `You pay on ${payments}’s secure page. Your card never touches this site.`,
  nothingToPay: 'There is nothing to pay, and no card is asked for.',

  haveCoupon: 'Have a coupon?',
  yourCoupon: 'Your coupon',
  coupon: 'Coupon',
  apply: 'Apply',
  remove: 'Remove',
  typeAnew: 'Please type the code anew.',
  leastByCard: (amount: string) => `Less than ${amount} cannot be paid by card, so this much is left.`,

  whatNext: 'What happens next',
  youPay: (amount: string) => `You pay ${amount}, by card or whichever way the payment page offers you.`,
  receiptComes: 'Your receipt comes by mail.',
  receiptAndLink: 'Your receipt comes by mail, with a link that opens your account.',
  daysToChangeMind: (days: number, school: string) => `You have ${count(days, { one: '# day', other: '# days' })} to change your mind. Write to ${school} and the money goes back.`,

  nothingCharged: 'Nothing was charged',
  leftPayment: 'You left the payment page before paying. Go on below whenever you like.',
  notOnSale: 'This is not on sale right now. Please come back later.',
  heldNow: 'There is one of this, and somebody is paying for it right now. Nothing was charged. If they leave it, it is free again within 40 minutes.',
  soldOnce: 'Somebody has just bought this for themselves alone. Nothing was charged, and it is not for sale any more.',
  paymentUnreachable: 'The payment page cannot be reached right now. Nothing was charged and your order is kept; please try again in a minute.',

  waiting: 'Waiting for the payment’s confirmation',
  waitingText: 'This usually takes a few seconds. You can close this page: your receipt comes by mail as soon as the payment is confirmed.',
  checkAgain: 'Check again',
  inLibrary: (course: string, email: string) => `${course} is in your library. The receipt is on its way to ${email}.`,
  linkSent: (course: string, email: string) => `We have sent the receipt and a link to ${email}. The link opens your account, with ${course} in it. Nothing there? Look among unwanted mail.`,
  openLibrary: 'Open my library',
  debitOnItsWay: 'Your bank debit is on its way',
  debitText: (course: string, email: string) => `It takes a few working days to clear. We write to ${email} when ${course} opens. There is nothing you need to do.`,
  failed: 'The payment did not go through',
  failedText: 'Nothing was charged. You can try again with the same card or another way to pay.',
  tryAgain: 'Try again',
}
