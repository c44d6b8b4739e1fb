/**
 * Which entry stands at which place of a form, after the form was kept once more. Whatever is written into it, an entry
 * stays at its place, for the form counts its fields by them; a place whose entry was emptied stays free until something
 * is written there.
 *
 * @param places ids of entries; some may be gone
 * @param stored what is kept, in the order of the form: what is new in it stands after the entry that it was written below
 */
export function keepPlaces(places: readonly string[], stored: readonly { id: string }[]): string[] {
  const kept = new Set(stored.map(({ id }) => id))
  const next = [...places]
  let at = -1
  for (const { id } of stored) {
    const known = next.indexOf(id)
    at = known < 0 ? firstFree(next, kept, at + 1) : known
    next[at] = id
  }
  return next
}

function firstFree(places: readonly string[], kept: ReadonlySet<string>, from: number): number {
  const free = places.findIndex((id, place) => place >= from && !kept.has(id))
  return free < 0 ? places.length : free
}
