import { stageTitle, type ClipScene } from '../clip-scene.ts';
import { playLine, type Sound } from '../sounds.ts';

// Three breaths of twelve seconds: four in, eight out on a hum.
const breath = 12;
const notes = ['G3', 'A3', 'G3'];
const played: Sound[] = notes.flatMap((note, index) => [
  ...playLine(`${note}:1.6`, { bpm: 60, voice: 'piano', fromBeat: index * breath + 2.2, loud: 0.45 }),
  ...playLine(`${note}:7.4`, { bpm: 60, voice: 'hum', fromBeat: index * breath + 4.1, loud: 0.7 }),
]);

export const longBreath: ClipScene = {
  name: 'long-breath',
  seconds: 36,
  sounds: [...played, { at: 0, seconds: 34, midi: 43, loud: 0.14, voice: 'drone' }],
  captions: [
    { from: 0.2, to: 3.9, text: 'In for four. The ribs go wide, the shoulders stay.' },
    { from: 4, to: 11.9, text: 'Hum for eight. Lips closed, teeth apart.' },
    { from: 12, to: 15.9, text: 'In for four. Listen for the next note.' },
    { from: 16, to: 23.9, text: 'Hum, a step higher. Save a little for the end.' },
    { from: 24, to: 27.9, text: 'In for four.' },
    { from: 28, to: 35.8, text: 'Home again. Feel the buzz in the lips and the cheekbones.' },
  ],
  draw(at) {
    const inside = at % breath;
    const isIn = inside < 4;
    const count = isIn ? Math.floor(inside) + 1 : Math.floor(inside - 4) + 1;
    const air = airAt(at);
    return (
      stageTitle(`${isIn ? 'breathe in' : 'hum'} · ${count}`, 92) +
      wave(at, air) +
      `<circle cx="480" cy="324" r="${(46 + 78 * air).toFixed(1)}" fill="oklch(0.78 0.12 40)" opacity="${(0.1 + 0.08 * air).toFixed(3)}"/>` +
      `<circle cx="480" cy="324" r="${(30 + 56 * air).toFixed(1)}" fill="oklch(0.78 0.12 40)" opacity="${isIn ? 0.82 : 1}"/>` +
      dots(inside)
    );
  },
};

/** How full the lungs are, from 0 to 1: eased, as ribs move. */
function airAt(at: number): number {
  const inside = at % breath;
  const share = inside < 4 ? inside / 4 : 1 - (inside - 4) / 8;
  return share * share * (3 - 2 * share);
}

/** The voice as a line: still while breathing in, rippling while it sounds. */
function wave(at: number, air: number): string {
  const sounding = at % breath > 4.1 && at % breath < 11.7 ? Math.min(1, (at % breath - 4.1) / 0.4, (11.7 - (at % breath)) / 0.5) : 0;
  const points = Array.from({ length: 121 }, (_, index) => {
    const x = index * 8;
    const near = Math.exp(-(((x - 480) / 330) ** 2));
    const y = 324 + Math.sin(x / 21 - at * 9) * near * (3 + 26 * sounding * (0.45 + 0.55 * air));
    return `${x} ${y.toFixed(1)}`;
  });
  return `<path d="M${points.join('L')}" fill="none" stroke="oklch(0.95 0.006 80)" stroke-width="3" stroke-linecap="round" opacity="0.8"/>`;
}

/** Twelve counts in a row: four small for in, eight for out. */
function dots(inside: number): string {
  return Array.from({ length: 12 }, (_, index) => {
    const x = 480 + (index - 5.5) * 34 + (index < 4 ? -12 : 12);
    const isPast = inside >= index;
    const isNow = Math.floor(inside) === index;
    return `<circle cx="${x}" cy="482" r="${isNow ? 8 : 5}" fill="${isNow ? 'oklch(0.78 0.12 40)' : 'oklch(0.95 0.006 80)'}" opacity="${isNow ? 1 : isPast ? 0.75 : 0.28}"/>`;
  }).join('');
}
