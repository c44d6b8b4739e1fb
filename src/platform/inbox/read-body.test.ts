import { describe, expect, it } from 'vitest'
import { readBody } from './read-body.ts'

/** A body that never ends and counts what was taken from it. */
function endless(chunkBytes: number): { body: ReadableStream<Uint8Array>; given: () => number } {
  let given = 0
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      given += chunkBytes
      controller.enqueue(new Uint8Array(chunkBytes))
    },
  })
  return { body, given: () => given }
}

const post = (body: BodyInit, headers: Record<string, string> = {}) => new Request('http://127.0.0.1/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit)

describe('a body', () => {
  it('is read as the bytes that came', async () => {
    expect(await readBody(post(new Uint8Array([0xff, 0x00, 0xfe])), 3)).toEqual(Buffer.from([0xff, 0x00, 0xfe]))
  })

  it('is refused by its own word before anything is read', async () => {
    const { body, given } = endless(10)
    await expect(readBody(post(body, { 'content-length': '1000' }), 100)).rejects.toMatchObject({ status: 413 })
    expect(given()).toBeLessThanOrEqual(10)
  })

  it('is refused when it is longer than it said, after no more than was allowed', async () => {
    const { body, given } = endless(10)
    await expect(readBody(post(body, { 'content-length': '5' }), 100)).rejects.toMatchObject({ status: 413 })
    expect(given()).toBeLessThanOrEqual(130)
  })
})
