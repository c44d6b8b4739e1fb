import type { Difference } from '#modules/identity/index.ts'
import { maskWords } from './mask-words.ts'

const dot = '•••'

/**
 * A difference as it may be kept and shown: what names a person is hidden but for its first letters and its length, and
 * two values that would look alike then say that they are not.
 */
export function maskDifference(difference: Difference, isOfPerson: boolean): Difference {
  if (!isOfPerson) return difference

  const { field } = difference
  const [here, there] = [maskValue(field, difference.here), maskValue(field, difference.there)]
  const isHidden = here !== null && here === there && difference.here !== difference.there
  return { ...difference, here, there: isHidden ? tellApart(field, there) : there }
}

function maskValue(field: string, value: string | null): string | null {
  if (value === null || value === '') return value
  if (field === 'email') return `${maskAddress(value)} ${lengthOf(value)}`
  if (field === 'name') return `${maskName(value)} ${lengthOf(value)}`
  // Where it lies says nothing to a person, and may name them.
  if (field === 'picture') return maskWords.aPicture
  return value
}

/** What a person would see only by reading both. */
function tellApart(field: string, mask: string | null): string {
  return field === 'picture' ? maskWords.anotherPicture : `${mask}, ${maskWords.otherLetters}`
}

/** "mei.tanaka@school.example" → "m•••@s•••.example" */
function maskAddress(address: string): string {
  const at = address.lastIndexOf('@')
  const [host = '', ...rest] = address.slice(at + 1).split('.')
  const ending = rest.length > 0 ? `.${rest.at(-1)}` : ''
  return at < 0 ? dot : `${first(address)}${dot}@${first(host)}${dot}${ending}`
}

/** "Mei Tanaka" → "M••• T•••" */
function maskName(name: string): string {
  return name.trim().split(/\s+/).map((word) => `${first(word)}${dot}`).join(' ')
}

/** In brackets, as payloads have it. */
function lengthOf(text: string): string {
  return `(${[...text].length})`
}

/** The first letter as a person sees it, whatever it is written with. */
function first(text: string): string {
  return [...text][0] ?? ''
}
