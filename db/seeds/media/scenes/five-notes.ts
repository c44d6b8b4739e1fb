import { litKeys, saidAt, stageTitle, type ClipScene } from '../clip-scene.ts';
import { midiOf } from '../score.ts';
import { clicks, playLine } from '../sounds.ts';
import { drawKeyboard } from './keyboard.ts';
import { staffStrip } from './staff-strip.ts';

// 48 beats at 72 are 40 seconds: a bar to count, eight of tune, two again, one to let ring.
const bpm = 72;
const phrases = {
  first: 'E4:1/3 E4:1/3 F4:1/4 G4:1/5 | G4:1/5 F4:1/4 E4:1/3 D4:1/2 | C4:1/1 C4:1/1 D4:1/2 E4:1/3 | E4:1.5/3 D4:.5/2 D4:2/2',
  second: 'E4:1/3 E4:1/3 F4:1/4 G4:1/5 | G4:1/5 F4:1/4 E4:1/3 D4:1/2 | C4:1/1 C4:1/1 D4:1/2 E4:1/3 | D4:1.5/2 C4:.5/1 C4:2/1',
  last: 'C4:1/1 C4:1/1 D4:1/2 E4:1/3 | D4:1.5/2 C4:.5/1 C4:2/1 | C4+E4+G4:4',
};
const left = 'C3:4 | C3:2 G3:2 | C3:4 | G3:2 C3:2';
const leftLast = 'C3:4 | G3:2 C3:2 | C3+G3:4';

const played = [
  ...playLine(phrases.first, { bpm, voice: 'piano', fromBeat: 4, loud: 0.8 }),
  ...playLine(phrases.second, { bpm, voice: 'piano', fromBeat: 20, loud: 0.8 }),
  ...playLine(left, { bpm, voice: 'piano', fromBeat: 20, loud: 0.5 }),
  ...playLine(phrases.last, { bpm, voice: 'piano', fromBeat: 36, loud: 0.66 }),
  ...playLine(leftLast, { bpm, voice: 'piano', fromBeat: 36, loud: 0.45 }),
];

const titles = [
  { from: 0, text: 'count one bar' },
  { from: 4, text: 'right hand alone' },
  { from: 20, text: 'the left hand joins' },
  { from: 36, text: 'the last line again, softer' },
  { from: 44, text: 'let it ring' },
];

const fingers = new Map([
  ['C4', '1'], ['D4', '2'], ['E4', '3'], ['F4', '4'], ['G4', '5'], ['C3', '5'], ['G3', '1'],
].map(([key = '', finger = '']) => [midiOf(key), finger] as const));

export const fiveNotes: ClipScene = {
  name: 'five-notes',
  seconds: 40,
  sounds: [...clicks({ bpm, beats: 4, loud: 0.5 }), ...played],
  captions: [
    { from: 0.2, to: 3.3, text: 'One bar to count: one, two, three, four.' },
    { from: 3.4, to: 16.5, text: 'Right hand alone. Five notes, five fingers; the thumb lives on C.' },
    { from: 16.7, to: 29.8, text: 'The left hand joins: C with the little finger, G with the thumb.' },
    { from: 30, to: 36.5, text: 'The last line again, softer.' },
    { from: 36.7, to: 39.8, text: 'Hold the chord and listen until it is gone.' },
  ],
  draw(at) {
    const beat = (at * bpm) / 60;
    const said = saidAt(titles, beat)?.text ?? '';
    const bar = Math.floor(beat / 4);
    const pages = [
      { fromBeat: 4, staff: { clef: 'treble' as const, time: '4/4', music: phrases.first } },
      { fromBeat: 20, staff: { clef: 'treble' as const, time: '4/4', music: phrases.second } },
      { fromBeat: 36, staff: { clef: 'treble' as const, time: '4/4', music: phrases.last, lastBar: 'double' as const } },
    ];
    return (
      stageTitle(bar < 1 ? `${said} · ${Math.floor(beat) + 1}` : `bar ${bar} · ${said}`) +
      staffStrip(pages, beat) +
      drawKeyboard({ low: midiOf('C3'), high: midiOf('G4'), y: 300, whiteWidth: 70 }, litKeys(played, at), fingers)
    );
  },
};
