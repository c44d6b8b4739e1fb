/**
 * The platform's part of an amount: whole minor units, half to even. Integers all the way, because 0.1 is no number
 * to keep books with; half to even, because many small sales would else drift in one party's favour.
 *
 * @param amountCents minor units of any currency (yen have no cents: the yen itself is the unit)
 * @param feeBps hundredths of a per cent, 0 to 10000
 * @throws RangeError when an argument is no whole number in its range
 */
export function feeCents(amountCents: number, feeBps: number): number {
  if (!Number.isSafeInteger(amountCents) || amountCents < 0) throw new RangeError('an amount is whole minor units')
  if (!Number.isInteger(feeBps) || feeBps < 0 || feeBps > 10_000) throw new RangeError('a fee is 0 to 10000 hundredths of a per cent')

  const product = BigInt(amountCents) * BigInt(feeBps)
  const whole = product / 10_000n
  const rest = product % 10_000n
  const roundsUp = rest > 5000n || (rest === 5000n && whole % 2n === 1n)
  return Number(roundsUp ? whole + 1n : whole)
}
