/** Why a coupon takes nothing off for somebody, now. Each has a sentence of its own. */
export type CouponRefusal =
  /** There is none of this code, or it is archived. */
  | { reason: 'unknown' }
  /** It begins on this day, `YYYY-MM-DD`. */
  | { reason: 'not-yet'; startsOn: string }
  | { reason: 'over'; endsOn: string }
  | { reason: 'other-subject' }
  /** It takes an amount of this currency off, and the price is in another. */
  | { reason: 'other-currency'; currency: string }
  /** The price is so small that nothing can be taken off. */
  | { reason: 'nothing-off' }
  /** Every use is paid. */
  | { reason: 'used-up' }
  /** The last uses are at the payment page right now, and may come back. */
  | { reason: 'held' }
  /** This person has had theirs. */
  | { reason: 'used-by-you' }
  /** This person holds it at a payment page elsewhere. */
  | { reason: 'held-by-you' }
  /** Too many codes were tried from there. */
  | { reason: 'too-many-tries' }
