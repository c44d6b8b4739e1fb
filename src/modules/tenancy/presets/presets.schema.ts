import type { FaceName } from '#ui/brand/faces.ts'
import type { TypePair } from '#ui/brand/type-pairs.ts'

interface PresetLook {
  face: FaceName
  typePair: TypePair
  /** Whether its pages are light or dark for everybody, or as each device is. */
  look: 'device' | 'dark'
  brandColour: string
}

interface PresetKind {
  value: string
  dress: PresetLook
  /** What is mostly taught there; each has a drawn cover. */
  subjects: readonly string[]
  /** The subject whose cover is drawn where nothing that was said has one; empty for any calm drawing. */
  drawnAs: string
  /** What most of what is taught there is made of: the first choice for a new one. */
  firstLessonKind: 'text' | 'video'
}

/** The kinds of school: what each is for, and what it wears until its owner dresses it. */
export const presets = [
  {
    value: 'music-school',
    dress: { face: 'warm', typePair: 'fraunces', look: 'device', brandColour: '#96372f' },
    subjects: ['piano', 'guitar', 'voice', 'violin', 'drums', 'theory', 'ear', 'composition'], drawnAs: '', firstLessonKind: 'text',
  },
  {
    value: 'yoga-studio',
    dress: { face: 'sand', typePair: 'newsreader', look: 'device', brandColour: '#5f7a61' },
    subjects: ['yoga', 'yin yoga', 'meditation', 'mobility', 'breath'], drawnAs: 'yoga', firstLessonKind: 'video',
  },
  {
    value: 'tutoring-centre',
    dress: { face: 'bright', typePair: 'bricolage', look: 'device', brandColour: '#2447c6' },
    subjects: ['mathematics', 'physics', 'chemistry', 'biology', 'english', 'history', 'german', 'french'], drawnAs: 'writing', firstLessonKind: 'text',
  },
  {
    value: 'coaching-marketplace',
    dress: { face: 'plain', typePair: 'instrument', look: 'device', brandColour: '#0f6b5c' },
    subjects: ['real estate', 'lending', 'leadership', 'sales', 'career'], drawnAs: 'career', firstLessonKind: 'video',
  },
  {
    value: 'creator-academy',
    dress: { face: 'night', typePair: 'space', look: 'dark', brandColour: '#c8f04b' },
    subjects: ['beat making', 'mixing', 'composition', 'voice', 'field recording'], drawnAs: 'composition', firstLessonKind: 'video',
  },
] as const satisfies readonly PresetKind[]

export type Preset = (typeof presets)[number]['value']

/** The kind of a school by its word; a music school for a word that names none. */
export function presetOf(word: string): (typeof presets)[number] {
  return presets.find(({ value }) => value === word) ?? presets[0]
}

/** What all pages of a school of this kind stand on. */
export function faceOf(preset: string): FaceName {
  return presetOf(preset).dress.face
}
