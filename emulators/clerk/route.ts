import type { z } from 'zod'
import type { Emulator } from './emulator.ts'

/** One call, checked. */
export type Call<P> = {
  params: P
  /** Values of the `:name` parts of the path. */
  path: Record<string, string>
}

/** One endpoint: where it is, what it takes, what it does. */
export type Route = {
  method: (typeof METHODS)[number]
  path: string
  schema: z.ZodType
  /** Does all its work in one turn, without waiting, so that two calls never interleave. */
  run: (emulator: Emulator, call: Call<unknown>) => unknown
}

const METHODS = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'] as const

/**
 * Declares an endpoint; `run` gets the parameters in the type that the schema promises: those of the
 * query for GET and DELETE, else those of the body.
 * @param where method and path, such as `GET /v1/users/:user_id`
 */
export function route<P>(
  where: `${Route['method']} /${string}`,
  schema: z.ZodType<P>,
  run: (emulator: Emulator, call: Call<P>) => unknown,
): Route {
  const space = where.indexOf(' ')
  return {
    method: METHODS.find((one) => one === where.slice(0, space)) ?? 'GET', path: where.slice(space + 1), schema,
    // The runner has parsed the parameters with this very schema.
    run: (emulator, call) => run(emulator, { ...call, params: call.params as P }),
  }
}
