import { Hono } from 'hono'
import { InvalidInput, NotFound } from '#platform/errors/app-error.ts'
import { readBody } from '#platform/inbox/read-body.ts'
import type { App } from '../../wiring.ts'

/** Inngest sends an event of ours and what its steps came to; ours have no steps. */
const bodyBytesMax = 4 * 1024 ** 2

/**
 * `/api/inngest`, on every host: Inngest reads (GET), learns (PUT) and runs (POST) our functions here. Who calls is
 * known by the signature, which Inngest's SDK checks, and not by an Origin.
 */
export function inngestApi({ queue }: App): Hono {
  return new Hono().on(['GET', 'PUT', 'POST'], '/', async (c) => {
    if (!queue.answer) throw new NotFound('INNGEST_EVENT_KEY is not set here: the queue in the database runs the jobs')

    const { url, method, headers } = c.req.raw
    if (method === 'GET') return queue.answer(new Request(url, { headers }))

    const body = await readBody(c.req.raw, bodyBytesMax)
    requireJson(body.toString('utf8'))
    return queue.answer(new Request(url, { method, headers, body: new Uint8Array(body) }))
  })
}

function requireJson(body: string): void {
  if (body === '') return

  try {
    JSON.parse(body)
  } catch {
    throw new InvalidInput({ body: 'This is no JSON.' }, 'The body has to be JSON.')
  }
}
