import { clicks, playLine, type Sound, type VoiceName } from '../media/sounds.ts';
import { tone } from '../media/tone.ts';
import type { SeedMedia } from '../seed-content.ts';

type Part = { music: string; voice: VoiceName; loud?: number; held?: number };

/** One to four parts over a count-in of a bar, with or without the click going on. */
function practice(track: { name: string; bpm: number; beats: number; perBar?: number; click?: boolean; parts: Part[] }): SeedMedia {
  const { name, bpm, beats, perBar = 4, click = false, parts } = track;
  const sounds: Sound[] = clicks({ bpm, beats: click ? perBar + beats : perBar, perBar, loud: 0.35 });
  for (const { music, ...part } of parts) sounds.push(...playLine(music, { bpm, fromBeat: perBar, ...part }));
  return tone({ name, seconds: Math.ceil(((perBar + beats) * 60) / bpm + 1.5), sounds });
}

/** A note held still, with its octave and fifth under it, to tune or sing against. */
function drone(name: string, notes: string, seconds: number): SeedMedia {
  const beats = seconds - 2;
  return tone({ name, seconds, sounds: playLine(`${notes}:${beats}`, { bpm: 60, voice: 'drone', loud: 0.6 }) });
}

const ode = 'E4 E4 F4 G4 | G4 F4 E4 D4 | C4 C4 D4 E4 | D4:1.5 C4:.5 C4:2';

export const fiveNotesSlow = practice({
  name: 'five-notes-at-60.wav', bpm: 60, beats: 16, click: true, parts: [{ music: ode, voice: 'piano' }],
});

export const fiveNotesBand = practice({
  name: 'five-notes-with-the-band.wav', bpm: 84, beats: 32, click: true,
  parts: [
    { music: 'C3 G3 E3 G3 | C3 G3 E3 G3 | C3 G3 E3 G3 | G2 D3 C3:2 | C3 G3 E3 G3 | C3 G3 E3 G3 | C3 G3 E3 G3 | G2 D3 C3:2', voice: 'pluck', loud: 0.55 },
    { music: 'r E4+G4:1 r E4+G4:1 | r E4+G4:1 r E4+G4:1 | r E4+G4:1 r E4+G4:1 | r D4+F4:1 C4+E4:2 | r E4+G4:1 r E4+G4:1 | r E4+G4:1 r E4+G4:1 | r E4+G4:1 r E4+G4:1 | r D4+F4:1 C4+E4:2', voice: 'piano', loud: 0.35, held: 0.5 },
  ],
});

export const brokenChords = practice({
  name: 'broken-chords-left-hand.wav', bpm: 72, beats: 16,
  parts: [{ music: 'C3 E3 G3 E3 | A2 C3 E3 C3 | F2 A2 C3 A2 | G2 B2 D3 B2', voice: 'piano' }],
});

export const fourChordSong = practice({
  name: 'four-chords-to-play-along.wav', bpm: 80, beats: 32, click: true,
  parts: [
    { music: 'C4+E4+G4:4 | G3+B3+D4:4 | A3+C4+E4:4 | F3+A3+C4:4 | C4+E4+G4:4 | G3+B3+D4:4 | F3+A3+C4:4 | C4+E4+G4:4', voice: 'piano', loud: 0.5 },
    { music: 'C3:2 C3:2 | G2:2 G2:2 | A2:2 A2:2 | F2:2 F2:2 | C3:2 C3:2 | G2:2 G2:2 | F2:2 F2:2 | C3:4', voice: 'pluck', loud: 0.6 },
  ],
});

export const alternatingThumb = practice({
  name: 'alternating-thumb-at-70.wav', bpm: 70, beats: 24, click: true,
  parts: [
    { music: 'C3 E3 C3 E3 | C3 E3 C3 E3 | A2 E3 A2 E3 | A2 E3 A2 E3 | G2 D3 G2 D3 | C3 E3 C3:2', voice: 'pluck', loud: 0.8 },
    { music: 'r:.5 G3:.5 r:.5 C4:.5 r:.5 G3:.5 r:.5 C4:.5 | r:.5 G3:.5 r:.5 C4:.5 r:.5 G3:.5 r:.5 C4:.5 | r:.5 A3:.5 r:.5 C4:.5 r:.5 A3:.5 r:.5 C4:.5 | r:.5 A3:.5 r:.5 C4:.5 r:.5 A3:.5 r:.5 C4:.5 | r:.5 G3:.5 r:.5 B3:.5 r:.5 G3:.5 r:.5 B3:.5 | r:.5 G3:.5 r:.5 C4:.5 E4:2', voice: 'pluck', loud: 0.5 },
  ],
});

export const romanzaSlow = practice({
  name: 'three-in-a-beat-slow.wav', bpm: 60, beats: 12, perBar: 3,
  parts: [
    { music: 'B4:.33 G3:.33 B3:.34 B4:.33 G3:.33 B3:.34 B4:.33 G3:.33 B3:.34 | B4:.33 G3:.33 B3:.34 A4:.33 G3:.33 B3:.34 G4:.33 G3:.33 B3:.34 | G4:.33 G3:.33 B3:.34 F#4:.33 G3:.33 B3:.34 E4:.33 G3:.33 B3:.34 | E4:3', voice: 'pluck' },
    { music: 'E3:3 | E3:3 | E3:3 | E3:3', voice: 'pluck', loud: 0.55 },
  ],
});

export const fiveNoteHum = practice({
  name: 'hum-five-notes-and-home.wav', bpm: 72, beats: 40,
  parts: [
    { music: 'G3 A3 B3 C4 | D4 C4 B3 A3 | G3:4 | r:4 | G#3 A#3 C4 C#4 | D#4 C#4 C4 A#3 | G#3:4 | r:4 | A3+C#4+E4:4 | r:4', voice: 'hum', loud: 0.7 },
    { music: 'G3+B3+D4:4 | r:4 | r:4 | G#3+C4+D#4:4 | r:4 | r:4 | r:4 | A3+C#4+E4:4 | r:4 | r:4', voice: 'piano', loud: 0.4 },
  ],
});

export const droneD = drone('drone-on-d.wav', 'D3+A3+D4', 45);
export const droneA = drone('drone-on-a.wav', 'A2+E3+A3', 45);

export const openStrings = practice({
  name: 'tuning-notes-a-d-g-e.wav', bpm: 60, beats: 24,
  parts: [{ music: 'A4:5 r | D4:5 r | G3:5 r | E5:5 r', voice: 'bow', loud: 0.6 }],
});

export const minuetSlow = practice({
  name: 'minuet-in-g-first-half-slow.wav', bpm: 76, beats: 24, perBar: 3,
  parts: [
    { music: 'D5 G4:.5 A4:.5 B4:.5 C5:.5 | D5 G4 G4 | E5 C5:.5 D5:.5 E5:.5 F#5:.5 | G5 G4 G4 | C5 D5:.5 C5:.5 B4:.5 A4:.5 | B4 C5:.5 B4:.5 A4:.5 G4:.5 | F#4 G4:.5 A4:.5 B4:.5 G4:.5 | A4:3', voice: 'bow', loud: 0.65 },
  ],
});

export const twoFiveOne = practice({
  name: 'two-five-one-three-keys.wav', bpm: 100, beats: 48, click: true,
  parts: [
    { music: 'D3+F3+C4:1.5 D3+F3+C4:2.5 | G2+F3+B3:1.5 G2+F3+B3:2.5 | C3+E3+B3:4 | r:4 | C3+Eb3+Bb3:1.5 C3+Eb3+Bb3:2.5 | F2+Eb3+A3:1.5 F2+Eb3+A3:2.5 | Bb2+D3+A3:4 | r:4 | G2+F3+Bb3:1.5 G2+F3+Bb3:2.5 | C3+E3+Bb3:1.5 C3+E3+Bb3:2.5 | F2+E3+A3:4 | r:4', voice: 'piano', loud: 0.6, held: 0.85 },
  ],
});

export const walkingBass = practice({
  name: 'walking-bass-blues-in-f.wav', bpm: 112, beats: 48, click: true,
  parts: [
    { music: 'F2 A2 C3 A2 | Bb2 D3 C3 B2 | F2 A2 C3 Eb3 | F2 C3 A2 B2 | Bb2 D3 F3 D3 | Bb2 Ab2 F2 E2 | F2 G2 A2 C3 | D3 C3 B2 Ab2 | G2 Bb2 D3 Db3 | C3 E3 G3 E3 | F2 A2 D3 Ab2 | G2 D3 C3 E2', voice: 'pluck', loud: 0.85 },
  ],
});

export const clapBack = practice({
  name: 'clap-it-back.wav', bpm: 80, beats: 32, click: true,
  parts: [{ music: 'C4 C4:.5 C4:.5 C4 C4 | r:4 | C4:1.5 C4:.5 C4 C4 | r:4 | C4:.5 C4:.5 r C4:.5 C4:.5 C4 | r:4 | r:.5 C4:.5 C4 r:.5 C4:.5 C4 | r:4', voice: 'clap', loud: 0.8 }],
});

export const dottedPairs = practice({
  name: 'dotted-and-even.wav', bpm: 66, beats: 16, click: true,
  parts: [{ music: 'G4:.5 G4:.5 A4:.5 A4:.5 B4 B4 | G4:.75 G4:.25 A4:.75 A4:.25 B4 B4 | G4:.5 A4:.5 B4:.5 A4:.5 G4:2 | G4:.75 A4:.25 B4:.75 A4:.25 G4:2', voice: 'piano' }],
});

export const intervalsUp = practice({
  name: 'seconds-thirds-fifths.wav', bpm: 60, beats: 24,
  parts: [{ music: 'C4 D4 C4+D4:2 | C4 E4 C4+E4:2 | C4 G4 C4+G4:2 | F4 G4 F4+G4:2 | F4 A4 F4+A4:2 | F4 C5 F4+C5:2', voice: 'piano' }],
});

export const majorOrMinor = practice({
  name: 'major-or-minor-eight-chords.wav', bpm: 60, beats: 32,
  parts: [{ music: 'C4+E4+G4:3 r | A3+C4+E4:3 r | D4+F4+A4:3 r | F4+A4+C5:3 r | E4+G4+B4:3 r | G3+B3+D4:3 r | C4+Eb4+G4:3 r | D4+F#4+A4:3 r', voice: 'piano' }],
});

export const whichDegree = practice({
  name: 'which-step-of-the-scale.wav', bpm: 66, beats: 32,
  parts: [{ music: 'C4+E4+G4:2 E4:2 | r:4 | C4+E4+G4:2 G4:2 | r:4 | C4+E4+G4:2 A4:2 | r:4 | C4+E4+G4:2 B4:1 C5:1 | r:4', voice: 'piano' }],
});

export const ensembleTutti = practice({
  name: 'canon-all-parts-slow.wav', bpm: 66, beats: 32,
  parts: [
    { music: 'F#5:2 E5:2 | D5:2 C#5:2 | B4:2 A4:2 | B4:2 C#5:2 | D5:2 C#5:2 | B4:2 A4:2 | G4:2 F#4:2 | G4:2 A4:2', voice: 'bow', loud: 0.55 },
    { music: 'D3:2 A2:2 | B2:2 F#2:2 | G2:2 D2:2 | G2:2 A2:2 | D3:2 A2:2 | B2:2 F#2:2 | G2:2 D2:2 | G2:2 A2:2', voice: 'pluck', loud: 0.7 },
  ],
});
