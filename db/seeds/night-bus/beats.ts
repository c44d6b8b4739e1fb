import { hits, playLine, type Sound } from '../media/sounds.ts';
import { loop, tone } from '../media/tone.ts';
import type { SeedMedia } from '../seed-content.ts';

/** The eleven milliseconds that the class is about. */
const late = 0.011;

function bars(line: string, times: number): string {
  return Array.from({ length: times }, () => line).join(' | ');
}

export const last38 = loop({
  name: 'last-38', seconds: 23,
  parts: {
    drums: [
      ...hits('x.....x. x.o.....', { bpm: 84, bars: 8, voice: 'kick', loud: 0.95 }),
      ...hits('....x... ....x..o', { bpm: 84, bars: 8, voice: 'clap', loud: 0.55, lateSeconds: late }),
      ...hits('x.x.o.x. x.x.o.xo', { bpm: 84, bars: 8, voice: 'hat', loud: 0.42 }),
    ],
    bass: playLine(bars('A1:1.5 A1:.5 r:1 G1:1 | A1:1.5 A1:.5 r:1 C2:1 | F1:1.5 F1:.5 r:1 G1:1 | A1:2 r:2', 2), { bpm: 84, voice: 'pluck', loud: 0.85 }),
    keys: playLine(bars('A2+C3+E3+G3:4 | A2+C3+E3+G3:4 | F2+A2+C3+E3:4 | E3+G3+B3:4', 2), { bpm: 84, voice: 'hum', loud: 0.32 }),
    melody: playLine('r:4 | r:4 | r:2 E5:.5 G5:.5 A5:1 | G5:1 E5:3 | r:4 | r:2 E5:.5 D5:.5 C5:1 | A4:4 | r:4', { bpm: 84, voice: 'piano', loud: 0.4 }),
  },
});

export const trongate = loop({
  name: 'trongate-raining', seconds: 21,
  parts: {
    drums: [
      ...hits('x....... ..x.....', { bpm: 72, bars: 6, voice: 'kick', loud: 0.8 }),
      ...hits('....o... ....x...', { bpm: 72, bars: 6, voice: 'clap', loud: 0.4, lateSeconds: late }),
      ...hits('o.xoo.o. o.xoo.oo', { bpm: 72, bars: 6, voice: 'hat', loud: 0.3, midi: 71 }),
    ],
    bass: playLine('E2:3 B1:1 | C2:4 | G1:3 D2:1 | E2:3 B1:1 | C2:4 | B1:4', { bpm: 72, voice: 'pluck', loud: 0.7 }),
    keys: playLine('E3+G3+B3+F#4:4 | C3+E3+G3+B3:4 | G3+B3+D4+A4:4 | E3+G3+B3+F#4:4 | C3+E3+G3+B3:4 | B2+D3+F#3+A3:4', { bpm: 72, voice: 'piano', loud: 0.42 }),
  },
});

export const depotLights = loop({
  name: 'depot-lights', seconds: 24,
  parts: {
    drums: [
      ...hits('x... x... x... x...', { bpm: 124, bars: 12, voice: 'kick', loud: 0.95 }),
      ...hits('.... x... .... x...', { bpm: 124, bars: 12, voice: 'clap', loud: 0.45 }),
      ...hits('..x. ..x. ..x. ..xo', { bpm: 124, bars: 12, voice: 'hat', loud: 0.5 }),
    ],
    bass: playLine(bars('D2:.5 r:.5 D2:.5 F2:.5 r:.5 D2:.5 C2:1 | D2:.5 r:.5 D2:.5 A2:.5 r:.5 G2:.5 F2:1', 6), { bpm: 124, voice: 'pluck', loud: 0.8 }),
    keys: playLine(bars('r:.5 D3+F3+A3:.5 r:1 r:.5 D3+F3+A3:.5 r:1 | r:.5 Bb2+D3+F3:.5 r:1 r:.5 C3+E3+G3:.5 r:1', 6), { bpm: 124, voice: 'hum', loud: 0.4, held: 0.6 }),
  },
});

/** What one door does, without the room around it. */
const doors: Record<string, Sound[]> = {
  'close-door-folding': [{ at: 0, seconds: 0.2, midi: 48, loud: 0.9, voice: 'kick' }, { at: 0.05, seconds: 0.2, midi: 60, loud: 0.6, voice: 'clap' }],
  'close-door-underground': [{ at: 0, seconds: 0.2, midi: 76, loud: 0.5, voice: 'bell' }, { at: 0.34, seconds: 0.3, midi: 44, loud: 1, voice: 'kick' }],
  'close-door-minicab': [{ at: 0, seconds: 0.2, midi: 55, loud: 1, voice: 'kick' }, { at: 0.012, seconds: 0.1, midi: 64, loud: 0.5, voice: 'hat' }],
  'close-door-fridge': [{ at: 0, seconds: 0.2, midi: 62, loud: 0.7, voice: 'kick' }, { at: 0.03, seconds: 0.1, midi: 60, loud: 0.25, voice: 'clap' }],
  'lock-one': [{ at: 0, seconds: 0.06, midi: 84, loud: 0.9, voice: 'click' }, { at: 0.07, seconds: 0.06, midi: 79, loud: 0.6, voice: 'click' }],
  'lock-two': [{ at: 0, seconds: 0.06, midi: 91, loud: 0.8, voice: 'click' }, { at: 0.11, seconds: 0.06, midi: 72, loud: 0.9, voice: 'click' }],
  'hinge-long': [{ at: 0, seconds: 1.1, midi: 45, loud: 0.7, voice: 'bow' }],
  'air-after': [{ at: 0, seconds: 1.2, midi: 33, loud: 0.5, voice: 'drone' }],
};

/** The pack: one recording for each door. */
export const doorFiles: SeedMedia[] = Object.entries(doors).map(([name, sounds]) => tone({ name: `${name}.wav`, seconds: 1.6, sounds }));

/** All of them one after the other, and then as drums. */
export const doorsPreview = loop({
  name: 'doors-closing', seconds: 19,
  parts: {
    doors: Object.values(doors).flatMap((sounds, index) => sounds.map((sound) => ({ ...sound, at: sound.at + index * 1.2 }))),
    groove: [
      ...hits('x..x ..x. x... ..x.', { bpm: 96, bars: 3, voice: 'kick', loud: 0.9, midi: 50 }),
      ...hits('.... x... .... x..o', { bpm: 96, bars: 3, voice: 'clap', loud: 0.5 }),
      ...hits('x.xx .x.x x.xx .xxx', { bpm: 96, bars: 3, voice: 'click', loud: 0.35, midi: 84 }),
    ].map((sound) => ({ ...sound, at: sound.at + 10 })),
  },
});

/** What the kitchen does to one clap: to be loaded into anything that convolves. */
const kitchen = (name: string, echoes: number[]) =>
  tone({ name, seconds: 1.2, sounds: echoes.map((at, index): Sound => ({ at, seconds: 0.1, midi: 60, loud: 0.9 / (index + 1), voice: index === 0 ? 'hat' : 'clap' })) });

export const kitchenRadio = {
  shelf: kitchen('kitchen-radio-on-the-shelf.wav', [0, 0.004, 0.011]),
  fridge: kitchen('kitchen-radio-on-the-fridge.wav', [0, 0.007, 0.019, 0.034]),
  oven: kitchen('kitchen-radio-oven-door-open.wav', [0, 0.003, 0.027, 0.052, 0.081]),
};

/** What was cut out of one journey. */
export const busSounds: SeedMedia[] = [
  tone({ name: '38-door.wav', seconds: 1.6, sounds: doors['close-door-folding'] ?? [] }),
  tone({ name: '38-bell.wav', seconds: 1.6, sounds: [{ at: 0, seconds: 1, midi: 91, loud: 0.9, voice: 'bell' }, { at: 0.32, seconds: 1, midi: 88, loud: 0.9, voice: 'bell' }] }),
  tone({ name: '38-engine-at-the-lights.wav', seconds: 8, sounds: playLine('A1+E2:7', { bpm: 60, voice: 'drone', loud: 0.8 }) }),
  tone({ name: '38-coins.wav', seconds: 2, sounds: [0, 0.09, 0.21, 0.26, 0.41].map((at, index): Sound => ({ at, seconds: 0.06, midi: 93 + index, loud: 0.7, voice: 'click' })) }),
];
