import type { Context } from 'hono'
import type { z } from 'zod'
import { AppError, InvalidInput } from '#platform/errors/app-error.ts'
import { readBody } from '#platform/inbox/read-body.ts'
import type { Endpoint } from './endpoint.ts'

const bodyBytesMax = 64 * 1024

/** What came is no JSON. */
class MalformedBody extends AppError {
  constructor() {
    super({ code: 'malformed-body', status: 400, publicMessage: 'The body must be JSON, one object, sent with Content-Type: application/json.' })
  }
}

/** What a request says, and what tells it from another one under the same Idempotency-Key. */
export interface ReadRequest {
  sent: { params: Record<string, unknown>; query: Record<string, unknown>; body: Record<string, unknown> }
  /** Null where none was sent. */
  idempotencyKey: string | null
  fingerprint: string
}

/**
 * Reads a request by the schemas of its address.
 *
 * @throws InvalidInput with each fault by its field; MalformedBody, BodyTooLarge
 */
export async function readSent(endpoint: Endpoint, c: Context): Promise<ReadRequest> {
  const idempotencyKey = endpoint.method === 'post' ? readIdempotencyKey(c.req.header('idempotency-key')) : null
  const params = endpoint.params ? read(endpoint.params, keepable(c.req.param())) : {}
  const query = endpoint.query ? read(endpoint.query, keepable(c.req.query())) : {}
  const body = endpoint.body ? read(endpoint.body, await readJson(c)) : {}
  return { sent: { params, query, body }, idempotencyKey, fingerprint: JSON.stringify([endpoint.method, endpoint.path, params, body]) }
}

function read(schema: z.ZodObject, given: unknown): Record<string, unknown> {
  const result = schema.safeParse(given)
  if (result.success) return result.data

  const faults: Record<string, string> = {}
  for (const issue of result.error.issues) {
    const places = issue.code === 'unrecognized_keys' ? issue.keys : [issue.path.join('.')]
    for (const place of places) faults[place.slice(0, 100)] ??= issue.code === 'unrecognized_keys' ? 'There is no such field.' : issue.message
  }
  throw new InvalidInput(faults, 'Something in this request does not fit; each fault stands under errors.')
}

/** PostgreSQL keeps no NUL byte, so nothing is found by one either. */
function keepable(given: Record<string, string>): Record<string, string> {
  const wrong = Object.entries(given).find(([, value]) => value.includes('\0'))
  if (wrong) throw new InvalidInput({ [wrong[0].slice(0, 100)]: 'This holds a character that cannot be kept.' })
  return given
}

async function readJson(c: Context): Promise<unknown> {
  const isJson = /^application\/(json|[\w.-]+\+json)\s*(;|$)/i.test(c.req.header('content-type') ?? '')
  const text = (await readBody(c.req.raw, bodyBytesMax)).toString()
  // JSON has a way to write a NUL byte, which PostgreSQL does not keep.
  if (!isJson || /\\u0000/.test(text)) throw new MalformedBody()
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  } catch {
    throw new MalformedBody()
  }
  throw new MalformedBody()
}

function readIdempotencyKey(header: string | undefined): string | null {
  if (header === undefined) return null
  const key = header.replace(/^"(.*)"$/, '$1')
  if (!/^[\x20-\x7e]{1,255}$/.test(key)) throw new InvalidInput({ 'Idempotency-Key': 'Use 1 to 255 letters of ASCII, such as a UUID.' }, 'This Idempotency-Key cannot be one.')
  return key
}
