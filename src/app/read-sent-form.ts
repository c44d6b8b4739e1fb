import { InvalidInput } from '#platform/errors/app-error.ts'
import { arrivalWords } from './words/arrival-words.ts'

/**
 * The form that was sent.
 *
 * @throws InvalidInput for a body that is no form or broke off, and beside each field for text that PostgreSQL cannot
 * keep: a NUL byte, which nobody types
 */
export async function readSentForm(request: Request): Promise<FormData> {
  const words = arrivalWords()
  const form = await request.formData().catch(() => null)
  if (!form) throw new InvalidInput({}, words.formNotWhole)

  const faults: Record<string, string> = {}
  for (const [name, value] of form) {
    if (typeof value === 'string' && value.includes('\0')) faults[name] = words.oddCharacter
  }
  if (Object.keys(faults).length > 0) throw new InvalidInput(faults)
  return form
}
