import { createHash } from 'node:crypto'

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** What the next id grows from. It lives in the saved state, so ids never repeat after a restart. */
export type IdSource = { seed: string; count: number }

/**
 * Makes the next id: the same seed gives the same ids in the same order.
 * @param prefix what the provider puts in front, with its underscore: `cs_test_`
 * @param length characters after the prefix, at most 42
 * @example nextId({ seed: 'demo', count: 0 }, 'evt_')
 */
export function nextId(source: IdSource, prefix: string, length = 24): string {
  source.count += 1
  const digest = createHash('sha256').update(`${source.seed}:${source.count}:${prefix}`).digest()
  let rest = BigInt(`0x${digest.toString('hex')}`)
  let text = ''
  while (text.length < Math.min(length, 42)) {
    text += ALPHABET.charAt(Number(rest % 62n))
    rest /= 62n
  }
  return prefix + text
}
