import type { z } from 'zod'
import type { Answer, Scope } from '#modules/api-keys/index.ts'
import type { TenantCtx } from '#platform/ctx.ts'

/** The context of an address of the API: its use cases join the one transaction that was opened for the request. */
export interface ApiCtx extends TenantCtx {
  config: { appSecret: string }
}

/** What an address takes, read by its own schemas. */
interface Sent<Params extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodObject> {
  params: z.output<Params>
  query: z.output<Query>
  body: z.output<Body>
}

interface EndpointOf<Params extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodObject> {
  method: 'get' | 'post' | 'delete'
  /** Under `/api/v1`, with its parameters in braces. */
  path: string
  scope: Scope
  /** The heading under which it is told of. */
  group: string
  summary: string
  description: string
  params?: Params
  query?: Query
  body?: Body
  /** What is answered by status; null has no body. An answer is parsed by its schema before it goes out. */
  answers: Record<number, { description: string; schema: z.ZodType | null }>
  /** Codes of docs/errors that this address can answer besides those of all. */
  faults: readonly string[]
  run(ctx: ApiCtx, sent: Sent<Params, Query, Body>): Promise<Answer>
}

/** An address of the API, as it is mounted and told of. */
export type Endpoint = EndpointOf<z.ZodObject, z.ZodObject, z.ZodObject>

/**
 * An address of the API: one description from which it is mounted, checked and documented.
 *
 * @example
 * endpoint({ method: 'get', path: '/orders/{id}', scope: 'orders:read', …, run: async (ctx, { params }) => … })
 */
export function endpoint<Params extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodObject>(made: EndpointOf<Params, Query, Body>): Endpoint {
  // What the schemas have read is what `run` takes: the two stand in one object.
  return made as unknown as Endpoint
}
