import type { Context } from 'hono'
import { answerOnce, KeyAskedTooOften, requestsPerMinute, ScopeMissing, takeKey, type Answer, type TakenKey } from '#modules/api-keys/index.ts'
import { withTenantByKey } from '#platform/db/with-tenant.ts'
import type { App } from '../../../wiring.ts'
import type { FloodLimit } from '../limit-floods.ts'
import { findApiSchool } from './find-api-school.ts'
import type { Endpoint } from './endpoint.ts'
import { readSent } from './read-sent.ts'

/** What the headers of an answer say of the key's rate. */
export interface RateState {
  left: number
  secondsLeft: number
}

/** What the parts of one request tell each other. */
export type ApiEnv = { Variables: { rate?: RateState } }

/**
 * Answers one address of the API: whose school, which key, how often, which scope, what was sent; then one transaction
 * under the claims of that scope, in which the use case runs and its answer is kept.
 *
 * @param refusals limits how often an address may send keys that open nothing
 * @throws ApiKeyRefused, ScopeMissing, TooManyRequests, InvalidInput, and what the use case throws
 */
export function answerEndpoint(app: App, endpoint: Endpoint, refusals: FloodLimit) {
  return async (c: Context<ApiEnv>): Promise<Response> => {
    const school = await findApiSchool(app, c)
    const key = await refusals.take(addressOf(c), () => takeKey(app.pools.web, { organizationId: school.id, authorization: c.req.header('authorization') }))
    c.set('rate', { left: Math.max(0, key.left), secondsLeft: key.secondsLeft })
    if (key.left < 0) throw new KeyAskedTooOften(requestsPerMinute, key.secondsLeft)
    if (!key.scopes.includes(endpoint.scope)) throw new ScopeMissing(endpoint.scope)

    const { status, body } = await runEndpoint(app, { endpoint, key, organizationId: school.id, request: await readSent(endpoint, c) })
    return body === null ? new Response(null, { status }) : c.json(body, status as 200)
  }
}

interface Run {
  endpoint: Endpoint
  key: TakenKey
  organizationId: string
  request: Awaited<ReturnType<typeof readSent>>
}

async function runEndpoint(app: App, { endpoint, key, organizationId, request }: Run): Promise<Answer> {
  const { clock, ids, config } = app
  const { keyId, secretHash, userId } = key
  const door = { organizationId, secretHash, scope: endpoint.scope, isReadOnly: endpoint.method === 'get' }
  return withTenantByKey(app.pools.web, door, async (opened) => {
    const work = async () => shaped(endpoint, await endpoint.run({ organizationId, userId, clock, ids, config, inTenant: (use) => use(opened) }, request.sent))
    if (request.idempotencyKey === null) return work()
    const place = { organizationId, keyId, idempotencyKey: request.idempotencyKey, request: request.fingerprint }
    // Shaped once more, because the database keeps the fields of what it kept in an order of its own.
    return shaped(endpoint, await answerOnce({ ids }, opened.tx, place, work))
  })
}

/** Only what the document says leaves: more than that is dropped here, and less is a fault of ours. */
function shaped(endpoint: Endpoint, answer: Answer): Answer {
  const told = endpoint.answers[answer.status]
  if (!told) throw new Error(`${endpoint.method} ${endpoint.path} answers ${answer.status}, which its description does not know`)
  return { status: answer.status, body: told.schema ? told.schema.parse(answer.body) : null }
}

function addressOf(c: Context): string {
  const { incoming } = (c.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } }
  return incoming?.socket?.remoteAddress ?? 'unknown'
}
