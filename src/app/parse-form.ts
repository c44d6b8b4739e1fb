import type { z } from 'zod'
import { InvalidInput } from '#platform/errors/app-error.ts'
import { faultWords } from '#platform/errors/words/fault-words.ts'

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
  const words = faultWords()
  if (issue.code === 'too_big' && issue.origin === 'string') return words.atMost(Number(issue.maximum))
  if (issue.code === 'too_small' && issue.origin === 'string') return issue.minimum === 1 ? words.fillIn : words.atLeast(Number(issue.minimum))
  if (issue.code === 'invalid_type') return words.fillIn
  return words.doesNotFit
}
