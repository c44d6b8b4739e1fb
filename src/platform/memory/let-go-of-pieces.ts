import { Transform } from 'node:stream'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

type Collect = (options: { type: 'minor' }) => void

const bytesBetween = 8 * 1024 ** 2
let collect: Collect | null = null

/**
 * Lets bytes through, and the memory of those that went through be free again soon. To V8 each piece is a small object
 * with its bytes elsewhere, so a film of two gigabytes leaves more than a hundred megabytes lying about before it looks;
 * told so each few megabytes it takes a millisecond.
 *
 * @see https://nodejs.org/docs/latest-v24.x/api/v8.html#v8setflagsfromstringflags
 */
export function lettingGoOfPieces(): Transform {
  collect ??= collector()
  let passed = 0
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      passed += piece.length
      if (passed >= bytesBetween) {
        passed = 0
        collect?.({ type: 'minor' })
      }
      done(null, piece)
    },
  })
}

/** The collector is only in a context that was made after it was asked for. */
function collector(): Collect {
  setFlagsFromString('--expose-gc')
  return runInNewContext('gc') as Collect
}
