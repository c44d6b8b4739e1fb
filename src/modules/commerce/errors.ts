import { AppError } from '#platform/errors/app-error.ts'
import { moneyWords } from './ui/words/money-words.ts'

/** What the provider has does not fit what was agreed at the checkout: a person has to look. */
export class CheckoutMismatch extends AppError {
  constructor(message: string) {
    super({ code: 'checkout-mismatch', status: 500, publicMessage: moneyWords().checkoutMismatch, message })
  }
}

/** All of the order's money was given back, or is on its way back. */
export class NothingToRefund extends AppError {
  constructor() {
    super({ code: 'nothing-to-refund', status: 409, publicMessage: moneyWords().nothingToRefund })
  }
}
