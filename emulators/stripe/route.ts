import type { z } from 'zod'
import type { Emulator } from './emulator.ts'

/** One call, checked. */
export type Call<P> = {
  params: P
  /** Values of the `:name` parts of the path. */
  path: Record<string, string>
  /** The account named in Stripe-Account or Stripe-Context; null for the platform. */
  account: string | null
}

/** One endpoint: where it is, what it takes, what it does. */
export type Route = {
  method: 'GET' | 'POST' | 'DELETE'
  path: string
  /** Whether the Stripe-Account header means something here. */
  isPerAccount: boolean
  schema: z.ZodType
  /** Does all its work in one turn, without waiting, so that two calls never interleave. */
  run: (emulator: Emulator, call: Call<unknown>) => unknown
}

const METHODS = ['GET', 'POST', 'DELETE'] as const

/**
 * Declares an endpoint; `run` gets the parameters in the type that the schema promises.
 * @param where method and path, such as `GET /v1/charges/:id`
 */
export function route<P>(
  where: `${Route['method']} /${string}`,
  schema: z.ZodType<P>,
  run: (emulator: Emulator, call: Call<P>) => unknown,
  options: { isPerAccount?: boolean } = {},
): Route {
  const space = where.indexOf(' ')
  return {
    method: METHODS.find((one) => one === where.slice(0, space)) ?? 'GET', path: where.slice(space + 1), schema, isPerAccount: options.isPerAccount ?? false,
    // The runner has parsed the parameters with this very schema.
    run: (emulator, call) => run(emulator, { ...call, params: call.params as P }),
  }
}
