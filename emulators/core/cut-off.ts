/**
 * A body that breaks off in its middle: half of the bytes, and then the connection is gone.
 * The headers have promised the whole, so no client can take the half for an answer.
 */
export function cutOff(body: string): { stream: ReadableStream<Uint8Array>; length: number } {
  const bytes = new TextEncoder().encode(body)
  let isHalfSent = false
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      // With this code the server closes the line without taking it for a fault of its own.
      if (isHalfSent) return controller.error(Object.assign(new Error('cut off (fault switch)'), { code: 'ERR_STREAM_PREMATURE_CLOSE' }))
      isHalfSent = true
      controller.enqueue(bytes.subarray(0, Math.floor(bytes.length / 2)))
    },
  })
  return { stream, length: bytes.length }
}
