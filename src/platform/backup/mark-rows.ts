import { createHash, hash } from 'node:crypto'
import { Transform, type TransformCallback } from 'node:stream'

/** What went through: enough to say later that it was the same. */
export interface RowsSeen {
  rows: number
  bytes: number
  /** Of the bytes as they came. */
  sha256: string
  /** The sum of the rows' hashes: the same for the same rows in any order. */
  rowMark: string
}

const lineEnd = 0x0a
const modulus = 1n << 256n

/**
 * Looks at rows in COPY's text format as they pass, and changes nothing. A line end is always the end of a row there:
 * one inside a value is written as `\n`.
 */
export class RowMarker extends Transform {
  #hash = createHash('sha256')
  #rest: Buffer[] = []
  #sum = 0n
  #rows = 0
  #bytes = 0

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#hash.update(chunk)
    this.#bytes += chunk.length
    let from = 0
    for (let at = chunk.indexOf(lineEnd); at !== -1; at = chunk.indexOf(lineEnd, from)) {
      this.#addRow(chunk.subarray(from, at + 1))
      from = at + 1
    }
    if (from < chunk.length) this.#rest.push(chunk.subarray(from))
    done(null, chunk)
  }

  /** What was seen; to be asked once, when all went through. */
  seen(): RowsSeen {
    return { rows: this.#rows, bytes: this.#bytes, sha256: this.#hash.digest('hex'), rowMark: this.#sum.toString(16).padStart(64, '0') }
  }

  #addRow(end: Buffer): void {
    const row = this.#rest.length ? Buffer.concat([...this.#rest.splice(0), end]) : end
    this.#rows += 1
    this.#sum = (this.#sum + BigInt(`0x${hash('sha256', row)}`)) % modulus
  }
}
