import type { Preset } from './presets.schema.ts'
import { wordingWords } from './words/wording-words.ts'

/** A thing in the singular and in the plural, as it stands within a sentence. */
export interface Noun {
  one: string
  many: string
  /** Of languages whose articles follow it. */
  gender?: 'm' | 'f' | 'n'
}

/** What a kind of school calls the things that all of them have. The words of the database and the addresses stay. */
export interface Wording {
  course: Noun
  lesson: Noun
  instructor: Noun
  student: Noun
  /** The heading over those who teach. */
  people: string
  /** The heading over what takes place every week. */
  timetable: string
  /** The press that buys one, and the one that begins a free one. */
  buy: string
  startFree: string
  /** What one does with a recording, after its number: # recordings to play along with. */
  toHear: string
}

/** What a school of this kind says in the reader's language; what a music school says for a word that names none. */
export function wordingOf(preset: string): Wording {
  return among(wordingWords(), preset)
}

function among(wordings: Record<Preset, Wording>, preset: string): Wording {
  return wordings[Object.hasOwn(wordings, preset) ? (preset as Preset) : 'music-school']
}

/** A word as it stands at the beginning of a heading. */
export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** One lesson, 42 lessons. */
export function countedAs(count: number, { one, many }: Noun): string {
  return `${count} ${count === 1 ? one : many}`
}
