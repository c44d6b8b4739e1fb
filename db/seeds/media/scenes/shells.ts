import { litKeys, saidAt, stageNote, stageTitle, type ClipScene } from '../clip-scene.ts';
import { midiOf } from '../score.ts';
import { clicks, playLine, type Sound } from '../sounds.ts';
import { drawKeyboard } from './keyboard.ts';

const bpm = 96;

type Chord = { name: string; keys: [string, string][] };
const shells: Chord[] = [
  { name: 'Dm7', keys: [['D3', 'R'], ['F3', '3'], ['C4', '7']] },
  { name: 'G7', keys: [['G2', 'R'], ['F3', '7'], ['B3', '3']] },
  { name: 'Cmaj7', keys: [['C3', 'R'], ['E3', '3'], ['B3', '7']] },
  { name: 'Cmaj7', keys: [['C3', 'R'], ['E3', '3'], ['B3', '7']] },
];
const inner = shells.map(({ name, keys }): Chord => ({ name, keys: keys.slice(1) }));
const colours = ['E4', 'E4', 'D4', 'D4'];
const degrees = ['9', '13', '9', '9'];
const coloured = shells.map(({ name, keys }, index): Chord => ({
  name: ['Dm9', 'G13', 'Cmaj9', 'Cmaj9'][index] ?? name,
  keys: [...keys, [colours[index] ?? 'E4', degrees[index] ?? '9']],
}));
const bars = [...shells, ...inner, ...coloured];

// The Charleston: one, and the and of two, short, as a left hand leaves room for a soloist.
const played: Sound[] = bars.flatMap((chord, bar) =>
  chord.keys.flatMap(([key], index) =>
    playLine(`${key}:1.5 ${key}:1.5`, { bpm, voice: 'piano', fromBeat: 4 + bar * 4, loud: index === 0 ? 0.6 : 0.55, held: 0.86 }),
  ),
);
const swing = Array.from({ length: 12 }, (_, bar) => [1, 3].map((beat) => 4 + bar * 4 + beat)).flat()
  .map((beat): Sound => ({ at: (beat * 60) / bpm, seconds: 0.05, midi: 98, loud: 0.16, voice: 'click' }));

const moments = [
  { from: 0, text: 'two, five, one', note: 'count on two and four' },
  { from: 4, text: 'shells', note: 'root, third, seventh: nothing else' },
  { from: 20, text: 'only the third and the seventh', note: 'one of them stays; the other falls a step' },
  { from: 36, text: 'one colour on top', note: 'the ninth, the thirteenth, the ninth' },
  { from: 52, text: 'let it go', note: 'listen to what was left out' },
];

export const jazzShells: ClipScene = {
  name: 'jazz-shells',
  seconds: 34,
  sounds: [...clicks({ bpm, beats: 4, loud: 0.4 }), ...played, ...swing],
  captions: [
    { from: 0.2, to: 2.3, text: 'Two, five, one in C.' },
    { from: 2.5, to: 12.3, text: 'Shells: the root, the third and the seventh.' },
    { from: 12.5, to: 22.3, text: 'Without the root. C stays, then falls to B; F stays, then falls to E.' },
    { from: 22.5, to: 32.3, text: 'One colour on top: the ninth, the thirteenth, the ninth.' },
  ],
  draw(at) {
    const beat = (at * bpm) / 60;
    const now = saidAt(moments, beat);
    const chord = bars[Math.floor((beat - 4) / 4)];
    const labels = new Map((chord && beat >= 4 ? chord.keys : []).map(([key, degree]) => [midiOf(key), degree] as const));
    const name = chord && beat >= 4 ? `${chord.name} · ${now?.text ?? ''}` : now?.text ?? '';
    return (
      stageTitle(name, 118) + stageNote(now?.note ?? '', 156) +
      drawKeyboard({ low: midiOf('F2'), high: midiOf('G4'), y: 262, whiteWidth: 54 }, litKeys(played, at), labels)
    );
  },
};
