import type { Difference } from '#modules/identity/index.ts'

const dot = '•••'

/** A difference as it may be kept and shown: what names a person is hidden but for its first letters. */
export function maskDifference(difference: Difference, isOfPerson: boolean): Difference {
  if (!isOfPerson) return difference
  return { ...difference, here: maskValue(difference.field, difference.here), there: maskValue(difference.field, difference.there) }
}

function maskValue(field: string, value: string | null): string | null {
  if (value === null || value === '') return value
  if (field === 'email') return maskAddress(value)
  if (field === 'name') return maskName(value)
  if (field === 'picture') return dot
  return value
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

/** The first letter as a person sees it, whatever it is written with. */
function first(text: string): string {
  return [...text][0] ?? ''
}
