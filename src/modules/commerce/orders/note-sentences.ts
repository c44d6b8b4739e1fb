/**
 * The lines of an order's timeline, as they are kept: in English, for what happens is noted for no reader in particular.
 * Whoever reads them is told in their own language (`sayNote`), so a new line needs its words in `ui/words/money`.
 */
export const noteSentences = {
  // First, as what somebody wrote into it may look like any of the others.
  refundAskedFor: (reason: string) => `Refund asked for: ${reason}`,
  refundAsked: 'Refund asked for',
  began: (who: string) => `${who} began to buy`,
  beganWithCoupon: (who: string, code: string, off: string, price: string) => `${who} began to buy with ${code}: ${off} off ${price}`,
  paid: (number: string) => `Paid: order ${number}`,
  nothingToPay: (number: string) => `Nothing to pay: order ${number}`,
  stripeSent: (type: string) => `Stripe sent ${type}`,
  tookTries: (type: string, tries: string) => `${type} took ${tries} tries`,
  debitPending: 'The buyer is done; the bank debit has yet to clear',
  paymentFailed: 'The payment did not go through',
  closedUnpaid: 'The payment page closed unpaid',
  pageRefused: (reason: string) => `The payment page was refused: ${reason}`,
  refunded: 'Refunded',
  refundFailed: (reason: string) => `The refund failed: ${reason}`,
  refundRefused: (reason: string) => `Stripe did not take the refund: ${reason}`,
  noReason: 'no reason given',
}
