import { useState } from 'react'

type Entries = { /** A field that every entry has. */ field: string; /** How many are kept. */ stored: number; most: number; /** What was typed and not taken, by name. */ values: Record<string, string> }

/** How many entries a form has: those that are kept or were typed, and room for one more. */
export function useEntryCount({ field, stored, most, values }: Entries): number {
  const typed = Object.keys(values).map((name) => name.split('.')).flatMap(([name, place]) => (name === field && place !== undefined ? [Number(place) + 1] : []))
  const needed = Math.min(most, Math.max(stored + 1, ...typed))
  // Never fewer while somebody types: an entry that was just emptied must not take the last one off the page.
  const [count, setCount] = useState(needed)
  if (needed > count) setCount(needed)
  return Math.max(needed, count)
}
