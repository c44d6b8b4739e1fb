import { Agent, request } from 'node:http'
import { expect, it } from 'vitest'
import { useTestDatabase } from '../support/test-database.ts'
import { useFaultGround } from './harness.ts'

const database = useTestDatabase()
const ground = useFaultGround(() => database().source)

/** Sends without end and without saying how much, until there is an answer. Returns it, and how much went out. */
function pour(url: string, headers: Record<string, string> = {}): Promise<{ status: number; sentBytes: number }> {
  const chunk = Buffer.alloc(64 * 1024, 'x')
  return new Promise((done, fail) => {
    let sentBytes = 0
    let isOver = false
    // Asked to close the line, Node's server closes it over what is still on its way, and the answer may get lost.
    const agent = new Agent({ keepAlive: true })
    const sent = request(url, { method: 'POST', agent, headers })
    sent.once('response', (answer) => {
      isOver = true
      answer.resume()
      done({ status: answer.statusCode ?? 0, sentBytes })
      sent.destroy()
      agent.destroy()
    })
    sent.on('error', (fault) => isOver || fail(fault))
    const more = () => {
      while (!isOver && sentBytes < 512 * 1024 ** 2) {
        sentBytes += chunk.length
        if (!sent.write(chunk)) return void sent.once('drain', () => setImmediate(more))
      }
    }
    more()
  })
}

it('a body without end is answered with 413 after little more than a megabyte, and the process goes on', async () => {
  const web = await ground().startWeb()
  const { status, sentBytes } = await pour(`${web.url}/api/webhooks/stripe`)
  expect(status).toBe(413)
  expect(sentBytes).toBeLessThan(32 * 1024 ** 2)
  expect((await pour(`${web.url}/api/webhooks/stripe`, { 'content-length': String(512 * 1024 ** 2) })).status).toBe(413)
  expect((await fetch(`${web.url}/api/webhooks/stripe`, { method: 'POST', body: '{}' })).status).toBe(400)
  expect(web.isRunning()).toBe(true)
})
