import { midiOf, readLine } from './score.ts';

export type VoiceName = 'piano' | 'pluck' | 'bow' | 'hum' | 'drone' | 'click' | 'clap' | 'kick' | 'hat' | 'bell';

/** One sound in time. */
export type Sound = {
  at: number;
  seconds: number;
  midi: number;
  /** 0 is silence, 1 is as loud as the instrument is meant to play. */
  loud: number;
  voice: VoiceName;
};

export type Playing = {
  bpm: number;
  voice: VoiceName;
  /** The beat of the piece on which the line begins; 0 if unsaid. */
  fromBeat?: number;
  loud?: number;
  /** Share of its written length a note is held: 1 is legato, 0.5 is short. */
  held?: number;
};

/** Turns a written line into sounds: see `readLine` for the spelling. */
export function playLine(line: string, playing: Playing): Sound[] {
  const { bpm, voice, fromBeat = 0, loud = 0.7, held = 0.97 } = playing;
  const beat = 60 / bpm;
  const sounds: Sound[] = [];
  let now = fromBeat;

  for (const bar of readLine(line)) {
    bar.forEach((note, index) => {
      // The first beat of a bar leans a little, as a hand does.
      const weight = index === 0 ? 1 : 0.88;
      for (const pitch of note.pitches) {
        sounds.push({
          at: now * beat, seconds: note.beats * beat * held, midi: midiOf(pitch), loud: loud * weight, voice,
        });
      }
      now += note.beats;
    });
  }
  return sounds;
}

/**
 * Drums, written in sixteenths: `x` is a stroke, `o` a soft one, anything else a rest; spaces are for reading.
 * @param playing.lateSeconds how far behind the grid they fall
 *
 * @example hits('x... x... x... x...', { bpm: 124, bars: 4, voice: 'kick' })
 */
export function hits(pattern: string, playing: { bpm: number; bars: number; voice: VoiceName; loud?: number; midi?: number; lateSeconds?: number }): Sound[] {
  const { bpm, bars, voice, loud = 0.8, midi = 60, lateSeconds = 0 } = playing;
  const steps = [...pattern.replaceAll(' ', '')];
  const step = 60 / bpm / 4;
  return Array.from({ length: bars }, (_, bar) => bar).flatMap((bar) => steps.flatMap((sign, index) => {
    if (sign !== 'x' && sign !== 'o') return [];
    return [{ at: (bar * steps.length + index) * step + lateSeconds, seconds: step, midi, loud: sign === 'x' ? loud : loud * 0.45, voice }];
  }));
}

/** A metronome: `beats` clicks from `fromBeat`, the first of each bar higher. */
export function clicks(playing: { bpm: number; beats: number; fromBeat?: number; perBar?: number; loud?: number }): Sound[] {
  const { bpm, beats, fromBeat = 0, perBar = 4, loud = 0.4 } = playing;
  return Array.from({ length: beats }, (_, index) => ({
    at: ((fromBeat + index) * 60) / bpm,
    seconds: 0.06,
    midi: index % perBar === 0 ? 96 : 91,
    loud: index % perBar === 0 ? loud : loud * 0.7,
    voice: 'click' as const,
  }));
}
