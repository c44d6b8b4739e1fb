import { litKeys, stageNote, stageTitle, type ClipScene } from '../clip-scene.ts';
import { midiOf } from '../score.ts';
import { clicks, type Sound } from '../sounds.ts';
import { drawNeck, type NeckString, type Stop } from './neck.ts';

// Six eighths in a bar, 150 eighths a minute.
const eighth = 0.4;

type Shape = { name: string; frets: (number | undefined)[]; fingers: string; bass: number };
/** Strings from the high E (0) to the low E (5), as tablature shows them. */
const shapes: Record<string, Shape> = {
  C: { name: 'C', frets: [0, 1, 0, 2, 3, undefined], fingers: '-1-23-', bass: 4 },
  Am: { name: 'Am', frets: [0, 1, 2, 2, 0, undefined], fingers: '-132--', bass: 4 },
  F: { name: 'Fmaj7', frets: [0, 1, 2, 3, undefined, undefined], fingers: '-123--', bass: 3 },
  G: { name: 'G', frets: [3, 0, 0, 0, 2, 3], fingers: '3---12', bass: 5 },
};
const bars = ['C', 'Am', 'F', 'G', 'C', 'Am', 'F', 'G', 'C'].map((key) => shapes[key]).filter((shape) => shape !== undefined);
const open = ['E4', 'B3', 'G3', 'D3', 'A2', 'E2'].map(midiOf);
const strings: NeckString[] = ['E', 'B', 'G', 'D', 'A', 'E'].map((name, index) => ({ name, y: 242 + index * 44, width: 1.4 + index * 0.55 }));
const fretX = [0, 150, 290, 420, 542].map((x) => 150 + x);

type Plucked = Sound & { string: number; hand: string };
const played: Plucked[] = [
  ...bars.flatMap((shape, bar) => [shape.bass, 2, 1, 0, 1, 2].map((string, step) => pluck(shape, string, 6 + bar * 6 + step, step))),
  ...[4, 3, 2, 1, 0].map((string, index) => pluck(bars[0] ?? bars.at(0), string, 60 + index * 0.18, 0, 9)),
];

function pluck(shape: Shape | undefined, string: number, at: number, step: number, ringEighths?: number): Plucked {
  const fret = shape?.frets[string] ?? 0;
  const rest = ringEighths ?? (step === 0 ? 6 : 6 - step + 1);
  return {
    string, hand: ['p', 'i', 'm', 'a', 'm', 'i'][step] ?? 'p',
    at: at * eighth, seconds: rest * eighth, midi: (open[string] ?? 64) + fret, loud: step === 0 ? 0.85 : 0.62, voice: 'pluck',
  };
}

export const fingerstyle: ClipScene = {
  name: 'fingerstyle-pima',
  seconds: 28,
  sounds: [...clicks({ bpm: 150, beats: 6, perBar: 3, loud: 0.35 }), ...played],
  captions: [
    { from: 0.2, to: 2.3, text: 'Six to count, two groups of three.' },
    { from: 2.5, to: 12, text: 'Thumb, index, middle, ring, middle, index. The thumb rings through the bar.' },
    { from: 12.2, to: 23.8, text: 'Change the left hand while the thumb falls; the other fingers have time.' },
    { from: 24, to: 27.8, text: 'C once more, rolled with the thumb. Let it ring.' },
  ],
  draw(at) {
    const bar = Math.floor(at / eighth / 6) - 1;
    const shape = bars[Math.min(bars.length - 1, Math.max(0, bar))];
    if (!shape) return '';
    const now = played.findLast((sound) => sound.at <= at && at < sound.at + 0.38);
    const title = bar < 0 ? `count six · ${Math.floor(at / eighth) + 1}` : bar >= bars.length ? 'C · let it ring' : `${shape.name} · p i m a m i`;
    return (
      stageTitle(title, 96) + stageNote('thumb on the bass, a finger for each of the three high strings', 134) +
      drawNeck({ left: 150, right: 960, strings, across: fretX.slice(1), isFretted: true }, stopsAt(shape, at)) +
      rightHand(now, at)
    );
  },
};

function stopsAt(shape: Shape, at: number): Stop[] {
  return shape.frets.flatMap((fret, string): Stop[] => {
    if (fret === undefined) return [];
    const sound = played.findLast((each) => each.string === string && each.at <= at);
    const lit = sound ? litKeys([sound], at).get(sound.midi) ?? 0 : 0;
    return [{ string, x: fretX[fret] ?? 150, label: shape.fingers[string] ?? '', lit, since: sound ? at - sound.at : 0, isOpen: fret === 0 }];
  });
}

/** The finger that plucks, over its string near the sound hole. */
function rightHand(sound: Plucked | undefined, at: number): string {
  if (!sound) return '';
  const fade = Math.max(0, 1 - (at - sound.at) / 0.42).toFixed(2);
  const y = strings[sound.string]?.y ?? 0;
  return `<g opacity="${fade}"><circle cx="836" cy="${y}" r="18" fill="oklch(0.2 0.02 40)" stroke="oklch(0.78 0.12 40)" stroke-width="2"/><text x="836" y="${y + 6}" font-family="Fraunces Variable" font-style="italic" font-size="21" text-anchor="middle" fill="oklch(0.78 0.12 40)">${sound.hand}</text></g>`;
}
