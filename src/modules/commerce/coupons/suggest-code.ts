import { randomInt } from 'node:crypto'

// Without letters and figures that are taken for each other when they are read aloud.
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** A code that nobody guesses: eight letters and figures, 40 bits. */
export function suggestCode(): string {
  const eight = Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('')
  return `${eight.slice(0, 4)}-${eight.slice(4)}`
}
