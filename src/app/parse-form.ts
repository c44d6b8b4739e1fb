import type { z } from 'zod'
import { InvalidInput } from '#platform/errors/app-error.ts'

/**
 * Reads a form by its schema.
 *
 * @throws InvalidInput with the first fault of each field
 * @example
 * const input = parseForm(signInForm, await readSentForm(request))
 */
export function parseForm<Schema extends z.ZodType>(schema: Schema, form: FormData): z.output<Schema> {
  const result = schema.safeParse(Object.fromEntries(form))
  if (result.success) return result.data

  const faults: Record<string, string> = {}
  for (const issue of result.error.issues) faults[String(issue.path[0] ?? '')] ??= issue.message
  throw new InvalidInput(faults)
}
