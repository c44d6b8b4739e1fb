import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiResponsesObject } from 'zod-openapi'
import { z } from 'zod'
import { requestsPerMinute } from '#modules/api-keys/index.ts'
import { problem } from './common.schema.ts'
import type { Endpoint } from './endpoint.ts'
import { everyEndpoint } from './endpoints/every-endpoint.ts'

/** The document, as it is served. */
export type ApiDocument = ReturnType<typeof createDocument>

const made = new Map<string, ApiDocument>()
const idempotencyKey = z.string().min(1).max(255).optional().meta({
  description: 'Your own word for this request, such as a UUID. Sent again within 24 hours under the same one, it is not done again: the first answer is given again.',
  example: '6b1c2d3e-0a51-4a0c-9a37-5d0f6f1f2b77',
})
const rateHeaders = {
  'RateLimit-Policy': { description: `How much a key may ask: \`"key";q=${requestsPerMinute};w=60\` is ${requestsPerMinute} requests in 60 seconds.`, schema: { type: 'string' } },
  RateLimit: { description: 'What is left (`r`), and for how many seconds (`t`).', schema: { type: 'string' } },
} as const

/**
 * The OpenAPI document of the API, made from the same schemas that read requests and shape answers.
 *
 * @param base where the API is mounted, `/api/v1` on a school's own host
 */
export function makeDocument(base: string): ApiDocument {
  const known = made.get(base)
  if (known) return known

  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {}
  for (const endpoint of everyEndpoint) paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method]: operation(endpoint) }
  const document = createDocument(
    {
      openapi: '3.1.1',
      info: {
        title: 'CourseCove',
        version: '1',
        description: 'The API of one school, on the school’s own host. Every request carries an API key that was made in the studio under Settings, API.',
      },
      servers: [{ url: base }],
      security: [{ key: [] }],
      tags: [...new Set(everyEndpoint.map(({ group }) => group))].map((name) => ({ name })),
      paths,
      components: { securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'An API key of this school.' } } },
    },
    { override: leaveRoom },
  )
  // A handful of bases: one for the host, one for each school that is reached by path.
  if (made.size < 100) made.set(base, document)
  return document
}

/** An answer may grow by a field one day; programs shall not break over it. */
function leaveRoom({ jsonSchema, io }: { jsonSchema: Record<string, unknown>; io: 'input' | 'output' }): void {
  if (io === 'output' && jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties
}

function operation(endpoint: Endpoint): ZodOpenApiOperationObject {
  const { params, query, body, method, path } = endpoint
  return {
    operationId: `${method}${path.replace(/[/{}-]+(\w)/g, (_, letter: string) => letter.toUpperCase()).replace(/\W/g, '')}`,
    tags: [endpoint.group],
    summary: endpoint.summary,
    description: `${endpoint.description}\n\nScope: \`${endpoint.scope}\`.`,
    requestParams: {
      ...(params ? { path: params } : {}),
      ...(query ? { query } : {}),
      ...(method === 'post' ? { header: z.object({ 'Idempotency-Key': idempotencyKey }) } : {}),
    },
    ...(body ? { requestBody: { required: true, content: { 'application/json': { schema: body } } } } : {}),
    responses: { ...answersOf(endpoint), ...faultsOf(endpoint) },
  }
}

function answersOf({ answers }: Endpoint): ZodOpenApiResponsesObject {
  return Object.fromEntries(
    Object.entries(answers).map(([status, { description, schema }]) => [status, { description, headers: rateHeaders, ...(schema ? { content: { 'application/json': { schema } } } : {}) }]),
  )
}

const faultStatuses: Record<string, number> = { 'enrolment-was-bought': 409, 'idempotency-key-reused': 422 }

function faultsOf(endpoint: Endpoint): ZodOpenApiResponsesObject {
  const words: Record<number, string[]> = { 401: ['api-key-refused'], 403: ['scope-missing'], 404: ['not-found'], 429: ['too-many-requests'] }
  if (endpoint.params || endpoint.query || endpoint.body) words[422] = ['invalid-input']
  if (endpoint.body) Object.assign(words, { 400: ['malformed-body'], 413: ['body-too-large'] })
  for (const code of endpoint.faults) {
    const status = faultStatuses[code]
    if (status === undefined) throw new Error(`${code} has no status in openapi-document.ts`)
    words[status] = [...(words[status] ?? []), code]
  }
  const told = (codes: string[]) => ({ description: codes.map((code) => `\`${code}\``).join(' or '), content: { 'application/problem+json': { schema: problem } } })
  const retry = { 'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' } } } as const
  const listed = Object.entries(words).map(([status, codes]) => [status, { ...told(codes), ...(status === '401' || status === '404' ? {} : { headers: status === '429' ? { ...rateHeaders, ...retry } : rateHeaders }) }])
  return { ...Object.fromEntries(listed), default: told(['internal', 'database-unavailable']) }
}
