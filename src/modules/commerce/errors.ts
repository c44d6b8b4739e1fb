import { AppError } from '#platform/errors/app-error.ts'

/** There is no active offer, or nobody could be paid for it. The buyer reads calm words, the log the cause. */
export class OfferNotForSale extends AppError {
  constructor(cause: string) {
    super({ code: 'offer-not-for-sale', status: 409, publicMessage: 'This course is not on sale right now. Please come back later.', message: cause })
  }
}

/** The address has an account: its owner signs in first, so that nobody buys in another's name. */
export class SignInToBuy extends AppError {
  constructor() {
    super({ code: 'sign-in-to-buy', status: 409, publicMessage: 'There is an account with this address. Sign in to go on.' })
  }
}

/** What the provider has does not fit what was agreed at the checkout: a person has to look. */
export class CheckoutMismatch extends AppError {
  constructor(message: string) {
    super({ code: 'checkout-mismatch', status: 500, publicMessage: 'This payment does not fit its checkout. It was noted, and somebody will look at it.', message })
  }
}

/** All of the order's money was given back, or is on its way back. */
export class NothingToRefund extends AppError {
  constructor() {
    super({ code: 'nothing-to-refund', status: 409, publicMessage: 'There is nothing left to refund on this order.' })
  }
}
