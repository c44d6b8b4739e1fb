import { randomFillSync } from 'node:crypto'
import { v7 } from 'uuid'

/** Where new ids come from; tests may give their own. */
export interface Ids {
  /** A new uuid v7: unique, and in order of time, so that indexes grow at their end. */
  next(): string
}

export const uuidV7Ids: Ids = { next: inOrder(randomBytes()) }

/** Within a millisecond, and while the clock goes back, the sequence counts on (RFC 9562, 6.2, method 1). */
function inOrder(takeRandom: () => Uint8Array): () => string {
  let [msecs, seq] = [0, 0]
  return () => {
    const random = takeRandom()
    const now = Date.now()
    if (now > msecs) [msecs, seq] = [now, new DataView(random.buffer, random.byteOffset).getUint32(6) >>> 1]
    else seq += 1
    return v7({ random, msecs, seq })
  }
}

/** Sixteen bytes at a time: asking the system for each costs more than all the rest of an id. */
function randomBytes(): () => Uint8Array {
  const page = new Uint8Array(4096)
  let used = page.length
  return () => {
    if (used === page.length) [used] = [0, randomFillSync(page)]
    used += 16
    return page.subarray(used - 16, used)
  }
}
