import { z } from 'zod'
import type { ClerkFault } from './errors.ts'
import { refuse } from './errors.ts'

/** Every value of a query arrives as a list of texts; these say what one may be. */
const once = z.array(z.string()).max(1, 'duplicate').transform((values) => values[0] ?? '')

export const queryText = once.pipe(z.string().min(1))
export const queryInteger = once.pipe(z.string().regex(/^-?\d{1,15}$/, 'integer').transform(Number))
export const queryFlag = once.pipe(z.enum(['true', 'false']).transform((value) => value === 'true'))
export const queryList = z.array(z.string()).max(100, 'too many')

/** `+id` and `id` ask for a row, `-id` leaves it out. */
export const signedList = queryList.transform((values) => {
  const wanted = values.filter((value) => !value.startsWith('-')).map((value) => value.replace(/^[+ ]/, ''))
  const unwanted = values.filter((value) => value.startsWith('-')).map((value) => value.slice(1))
  return { wanted: wanted.length > 0 ? new Set(wanted) : null, unwanted: new Set(unwanted) }
})
export type SignedList = z.infer<typeof signedList>

export const paging = {
  limit: queryInteger.pipe(z.number().min(1).max(500)).optional(),
  offset: queryInteger.pipe(z.number().min(0)).optional(),
}

/** `+name`, `-name` or `name` for the named orders; of several, Clerk keeps the first. */
export function orderBy<const N extends readonly string[]>(names: N) {
  return z.array(z.string()).transform((values) => (values[0] ?? '').replace(/^ /, '+'))
    .pipe(z.string().refine((value) => names.includes(value.replace(/^[+-]/, '')), 'not allowed'))
    .transform((value) => ({ name: value.replace(/^[+-]/, ''), isDescending: value.startsWith('-') }))
}
export type Order = { name: string; isDescending: boolean }

export const metadata = z.record(z.string(), z.unknown())
/** A date in a body, as RFC 3339; milliseconds since 1970 after reading. */
export const rfc3339 = z.string().refine((value) => /^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value)), 'time').transform((value) => Date.parse(value))
export const emailAddress = z.string().max(254).refine((value) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value), 'email')

/** For calls that take nothing. */
export const NO_PARAMS = z.strictObject({})

/** Takes a query apart: each name with the values it came with. */
export function decodeQuery(search: string): Record<string, string[]> {
  const query: Record<string, string[]> = Object.create(null)
  for (const [name, value] of new URLSearchParams(search)) (query[name] ??= []).push(value)
  return query
}

/**
 * Checks what a client sent, in Clerk's own words.
 * @throws ClerkFault 422 form_param_unknown, form_param_missing, form_param_…
 */
export function readParams<T>(schema: z.ZodType<T>, given: unknown): T {
  const result = schema.safeParse(given)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw issue ? faultOf(issue, given) : refuse('form_param_value_invalid', '', 'is invalid')
}

function faultOf(issue: z.core.$ZodIssue, given: unknown): ClerkFault {
  if (issue.code === 'unrecognized_keys') {
    const unknown = [...issue.path, issue.keys[0] ?? ''].join('.')
    return refuse('form_param_unknown', unknown, 'is unknown', `${unknown} is not a valid parameter for this request.`)
  }
  const name = issue.path.map(String).join('.')
  if (valueAt(given, issue.path) === undefined) return refuse('form_param_missing', name, 'is missing', `${name} must be included.`)
  if (issue.message === 'duplicate') return refuse('form_param_duplicate', name, 'is duplicate', `${name} included multiple times. There should only be one.`)
  if (issue.message === 'too many') return refuse('form_param_array_size_exceeded', name, 'exceeds maximum size', `${name} should not exceed 100 items.`)
  if (issue.message === 'email') return refuse('form_param_format_invalid', name, 'is invalid', `${name} must be a valid email address.`)
  if (issue.message === 'time') {
    return refuse('form_param_invalid_time', name, 'invalid format', `${name} must contain a datetime specified in RFC3339 format (e.g. \`2022-10-20T10:00:27.645Z\`).`)
  }
  if (issue.code === 'invalid_type') return refuse('form_param_type_invalid', name, 'is invalid', `\`${name}\` must be a \`${issue.expected}\`.`)
  return refuse('form_param_value_invalid', name, 'is invalid', `${name} is invalid: ${issue.message}`)
}

function valueAt(given: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null) return undefined
    return Object.entries(value).find(([name]) => name === String(key))?.[1]
  }, given)
}
