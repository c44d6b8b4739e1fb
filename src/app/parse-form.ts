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
  const result = schema.safeParse(Object.fromEntries(form), { error: plainSentence })
  if (result.success) return result.data

  const faults: Record<string, string> = {}
  for (const issue of result.error.issues) faults[String(issue.path[0] ?? '')] ??= issue.message
  throw new InvalidInput(faults)
}

/** What is said where the schema says nothing itself: the library's own words are for programmers. */
function plainSentence(issue: z.core.$ZodRawIssue): string {
  if (issue.code === 'too_big' && issue.origin === 'string') return `Use at most ${issue.maximum} characters.`
  if (issue.code === 'too_small' && issue.origin === 'string') return issue.minimum === 1 ? 'Fill this in.' : `Use at least ${issue.minimum} characters.`
  if (issue.code === 'invalid_type') return 'Fill this in.'
  return 'This does not fit here. Please look at it again.'
}
