import type { ReactNode } from 'react'
import type { Chance } from '#ui/chance.ts'
import { Arches, Hills, Pendulum } from './calm.tsx'
import { DrumHead, RhythmGrid } from './drums.tsx'
import { Fretboard, SoundHole } from './guitar.tsx'
import { Figures, Houses, Petals, Steps, Stones, SunOnWater } from './places.tsx'
import { Flask, Parabola, Slope, ThreeSquares, Writing } from './studies.tsx'
import { Keyboard, SlantedKeyboard } from './piano.tsx'
import { FifthsWheel, PianoRoll, Staff } from './theory.tsx'
import { BowedStrings, FHoles } from './violin.tsx'
import { Ripples, VoiceBars, VoiceWave } from './voice.tsx'

export type Motif = (props: { next: Chance }) => ReactNode

type Family = { turn: string; words: RegExp; motifs: readonly Motif[] }

/** Subjects are free text, so words are looked for in it; the first family that fits draws. */
const families: readonly Family[] = [
  // What a yoga studio teaches is near together: each has drawings of its own, or a shelf of four shows one of them twice.
  { turn: 'yin', words: /\byin\b|restor/i, motifs: [Stones] },
  { turn: 'meditation', words: /meditat|nidra/i, motifs: [Hills] },
  { turn: 'breath', words: /\bbreath|pranayama/i, motifs: [Pendulum] },
  { turn: 'mobility', words: /mobility|stretch|pilates/i, motifs: [Arches] },
  { turn: 'yoga', words: /yoga|vinyasa|asana/i, motifs: [SunOnWater, Petals] },
  { turn: 'mathematics', words: /math|algebra|geometry|calculus|statistic/i, motifs: [Parabola, ThreeSquares] },
  { turn: 'writing', words: /writing|essay|english|language|history|german|french/i, motifs: [Writing] },
  { turn: 'science', words: /science|chemistry|biology/i, motifs: [Flask] },
  { turn: 'physics', words: /physics|mechanics|engineering/i, motifs: [Slope] },
  { turn: 'homes', words: /listing|real estate|home|mortgage|lending|loan/i, motifs: [Houses] },
  { turn: 'career', words: /coaching|leadership|career|business|sales|team/i, motifs: [Steps, Figures] },
  { turn: 'piano', words: /piano|key(board|s\b)|organ|klavier|accordion/i, motifs: [Keyboard, SlantedKeyboard] },
  { turn: 'guitar', words: /guitar|bass|ukulele|lute|banjo|gitarre/i, motifs: [SoundHole, Fretboard] },
  { turn: 'violin', words: /violin|viola|cello|fiddle|string|geige/i, motifs: [FHoles, BowedStrings] },
  { turn: 'drums', words: /drum|percussion|cajon|beat/i, motifs: [DrumHead, RhythmGrid] },
  { turn: 'ear', words: /\bear\b|listening|aural|interval/i, motifs: [Ripples] },
  { turn: 'voice', words: /voice|vocal|sing|choir|record|podcast/i, motifs: [VoiceWave, VoiceBars] },
  { turn: 'composition', words: /compos|arrang|produc|songwriting|mixing/i, motifs: [PianoRoll] },
  { turn: 'theory', words: /theory|notation|reading|harmony|rhythm|sight/i, motifs: [Staff, FifthsWheel] },
]

const calm: readonly Motif[] = [Hills, Arches, Pendulum]

/** The drawings that fit a subject, or else what is mostly taught at the school, and how its hue turns; `turn` is null for what nobody drew. */
export function motifsFor(subject: string | null, mostly = ''): { turn: string | null; motifs: readonly Motif[] } {
  const family = families.find(({ words }) => subject && words.test(subject)) ?? families.find(({ turn }) => turn === mostly)

  return family ?? { turn: null, motifs: calm }
}
