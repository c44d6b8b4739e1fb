import { AppError } from '#platform/errors/app-error.ts'

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
