import { useState } from 'react'
import { keepPlaces } from './keep-places.ts'

/**
 * The entries of a list at their places in the form: in their order when the form is made, and from then on where they
 * are. Where one was emptied the place stays, with nothing in it, and no other moves into its fields.
 *
 * @param inOrder the order in which the form begins; left out, that of the list
 */
export function usePlaces<Entry extends { id: string }>(entries: readonly Entry[], inOrder: () => readonly Entry[] = () => entries): (Entry | undefined)[] {
  const [places, setPlaces] = useState(() => inOrder().map(({ id }) => id))
  const next = keepPlaces(places, entries)
  if (next.join() !== places.join()) setPlaces(next)
  return next.map((place) => entries.find(({ id }) => id === place))
}
