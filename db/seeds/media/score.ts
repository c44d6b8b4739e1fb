/** A pitch as it is spelled on the page: C sharp and D flat are two spellings of one key. */
export type Pitch = { letter: string; alter: -1 | 0 | 1; octave: number };

/** One thing on the page that lasts: a note, a chord (several pitches) or a rest (none). */
export type ScoreNote = { pitches: Pitch[]; beats: number; finger?: string };

export type Bar = ScoreNote[];

const semitones: Record<string, number> = { C: 0, D: 2, E: 4, F: 5, G: 7, A: 9, B: 11 };

/**
 * Reads a line of music. Bars are parted by `|`; a note is `E4`, `E4:2` (beats),
 * `E4:2/3` (finger), a chord `C4+E4+G4:4`, a rest `r:1`. Beats are 1 if unsaid.
 * @throws {Error} naming the token that is not music.
 *
 * @example readLine('E4 E4 F4 G4 | G4:2/5 r:2')
 */
export function readLine(text: string): Bar[] {
  return text.split('|').map((bar) => bar.trim().split(/\s+/).map(readNote));
}

/** Reads `F#3` or `Bb4`. @throws {Error} when it is no pitch. */
export function readPitch(text: string): Pitch {
  const found = /^([A-G])([#b]?)(\d)$/.exec(text);
  if (!found) throw new Error(`Not a pitch: ${text}`);

  const [, letter = 'C', sign, octave] = found;
  return { letter, alter: sign === '#' ? 1 : sign === 'b' ? -1 : 0, octave: Number(octave) };
}

/** The MIDI number of a pitch: middle C is 60. */
export function midiOf(pitch: Pitch | string): number {
  const read = typeof pitch === 'string' ? readPitch(pitch) : pitch;
  return 12 * (read.octave + 1) + (semitones[read.letter] ?? 0) + read.alter;
}

/** Steps on the staff above C0, so that neighbours on the page differ by one. */
export function staffStepOf(pitch: Pitch): number {
  return pitch.octave * 7 + 'CDEFGAB'.indexOf(pitch.letter);
}

/** Hertz of a MIDI number in equal temperament, A4 = 440. */
export function hertzOf(midi: number): number {
  return 440 * 2 ** ((midi - 69) / 12);
}

function readNote(token: string): ScoreNote {
  const found = /^(r|[A-G][#b]?\d(?:\+[A-G][#b]?\d)*)(?::([\d.]+))?(?:\/(\S+))?$/.exec(token);
  if (!found) throw new Error(`Not a note: ${token}`);

  const [, what = 'r', beats = '1', finger] = found;
  return {
    pitches: what === 'r' ? [] : what.split('+').map(readPitch),
    beats: Number(beats),
    ...(finger ? { finger } : {}),
  };
}
