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

/** Declares an endpoint; `run` gets the parameters in the type that the schema promises. */
export function route<P>(
  method: Route['method'],
  path: string,
  schema: z.ZodType<P>,
  run: (emulator: Emulator, call: Call<P>) => unknown,
  options: { isPerAccount?: boolean } = {},
): Route {
  return {
    method, path, schema, isPerAccount: options.isPerAccount ?? false,
    // The runner has parsed the parameters with this very schema.
    run: (emulator, call) => run(emulator, { ...call, params: call.params as P }),
  }
}
