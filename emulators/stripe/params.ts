import { z } from 'zod'
import type { StripeFault } from './errors.ts'
import { refuse } from './errors.ts'

/**
 * The kinds of form values Stripe takes. On the wire all of v1 is text: `a[b][0]=c`.
 * Lists arrive as objects with whole numbers for keys.
 */
export const text = z.string().min(1)
export const integer = z.string().regex(/^-?\d{1,15}$/, 'integer').transform(Number)
export const amount = z.string().regex(/^\d{1,12}$/, 'integer').transform(Number)
export const flag = z.enum(['true', 'false']).transform((value) => value === 'true')
export const metadata = z.union([z.literal(''), z.record(z.string().max(40), z.string().max(500))])
  .transform((given) => (given === '' ? {} : Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''))))
export const range = z.union([
  integer,
  z.strictObject({ gt: integer.optional(), gte: integer.optional(), lt: integer.optional(), lte: integer.optional() }),
])
export type Range = z.infer<typeof range>

/** A list of values, however the client numbered them. */
export function list<T extends z.ZodType>(item: T) {
  return z.preprocess((given) => {
    const isNumbered = typeof given === 'object' && given !== null && Object.keys(given).every((key) => /^\d*$/.test(key))
    return isNumbered ? Object.values(given) : given
  }, z.array(item))
}

/** The parameters of one v1 call: those named, and `expand`, and no others. */
export function params<S extends z.ZodRawShape>(shape: S) {
  return z.strictObject({ ...shape, expand: list(text).optional() })
}

/** The parameters of one v1 list. */
export function listParams<S extends z.ZodRawShape>(shape: S) {
  return params({
    ...shape,
    limit: integer.pipe(z.number().min(1).max(100)).optional(),
    starting_after: text.optional(),
    ending_before: text.optional(),
  })
}

type Tree = { [key: string]: string | Tree }

/**
 * Takes `a[b]=c&d[]=e` apart.
 * @throws StripeFault 400 when a name stands for a value and for a group at once
 */
export function decodeForm(encoded: string): Tree {
  const tree: Tree = Object.create(null)
  for (const [name, value] of new URLSearchParams(encoded)) {
    const keys = [...name.matchAll(/^[^[\]]+|\[([^[\]]*)\]/g)].map((match) => match[1] ?? match[0])
    insert(tree, keys, value, name)
  }
  return tree
}

function insert(tree: Tree, keys: string[], value: string, name: string): void {
  let node = tree
  for (const [depth, written] of keys.entries()) {
    const key = written === '' ? String(Object.keys(node).length) : written
    if (depth === keys.length - 1) {
      node[key] = value
      return
    }
    const next = (node[key] ??= Object.create(null))
    if (typeof next === 'string') throw refuse(`Invalid object: ${name}`, name)
    node = next
  }
}

/**
 * Checks what a client sent, in Stripe's own words.
 * @throws StripeFault 400 parameter_unknown, parameter_missing, parameter_invalid_…
 */
export function readParams<T>(schema: z.ZodType<T>, given: unknown): T {
  const result = schema.safeParse(given)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw issue ? faultOf(issue, given) : refuse('Invalid parameters.')
}

function faultOf(issue: z.core.$ZodIssue, given: unknown): StripeFault {
  if (issue.code === 'unrecognized_keys') {
    const name = nameOf([...issue.path, issue.keys[0] ?? ''])
    return refuse(`Received unknown parameter: ${name}`, name, 'parameter_unknown')
  }
  const name = nameOf(issue.path)
  const value = valueAt(given, issue.path)
  if (value === undefined) return refuse(`Missing required param: ${name}.`, name, 'parameter_missing')
  if (value === '') {
    return refuse(`You passed an empty string for '${name}'. We assume empty values are an attempt to unset a parameter; however '${name}' cannot be unset.`, name, 'parameter_invalid_empty')
  }
  if (issue.message === 'integer') return refuse(`Invalid integer: ${String(value)}`, name, 'parameter_invalid_integer')
  if (issue.code === 'invalid_union') {
    const inner = issue.errors.flat().find((one) => one.code === 'unrecognized_keys')
    if (inner) return faultOf({ ...inner, path: [...issue.path, ...inner.path] }, given)
  }
  return refuse(`Invalid ${name}: ${issue.message}`, name)
}

function nameOf(path: readonly PropertyKey[]): string {
  return path.map((key, index) => (index === 0 ? String(key) : `[${String(key)}]`)).join('')
}

function valueAt(given: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null) return undefined
    // A list is numbered from 0 by position, whatever keys the client used.
    if (typeof key === 'number') return Object.values(value)[key]
    return Object.entries(value).find(([name]) => name === key)?.[1]
  }, given)
}
