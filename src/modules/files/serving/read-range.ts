/** Which bytes of a file an answer holds; both ends included. */
export type ByteRange = { start: number; end: number }

/**
 * Reads a Range header. A header that is no range of bytes, or asks for several pieces at once, is answered with the
 * whole file, as RFC 9110 allows.
 *
 * @param header as it came
 * @param sizeBytes of the whole file
 * @returns null for the whole file, `unsatisfiable` when no asked byte exists
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-range-requests
 */
export function readRange(header: string | null, sizeBytes: number): ByteRange | 'unsatisfiable' | null {
  const found = /^bytes=\s*(\d*)-(\d*)\s*$/i.exec(header ?? '')
  if (!found) return null

  const [, first = '', last = ''] = found
  if (first === '' && last === '') return null
  if (first === '') {
    const length = Math.min(Number(last), sizeBytes)
    return length > 0 ? { start: sizeBytes - length, end: sizeBytes - 1 } : 'unsatisfiable'
  }

  const start = Number(first)
  const end = last === '' ? sizeBytes - 1 : Math.min(Number(last), sizeBytes - 1)
  if (last !== '' && Number(last) < start) return null
  return start < sizeBytes ? { start, end } : 'unsatisfiable'
}
