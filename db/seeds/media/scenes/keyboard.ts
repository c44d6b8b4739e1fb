export type Keyboard = {
  low: number;
  high: number;
  /** Top edge; the keys reach the bottom of the stage. */
  y: number;
  whiteWidth: number;
};

/** What is written on a key: a finger, a name, a degree of the chord. */
export type KeyLabels = Map<number, string>;

const warmWhite = 'oklch(0.95 0.006 80)';
const night = 'oklch(0.16 0.01 40)';
const coral = 'oklch(0.78 0.12 40)';

/** A keyboard from `low` to `high` (both white), lit by key. Labels without light are shown softly. */
export function drawKeyboard(keyboard: Keyboard, lit: Map<number, number>, labels: KeyLabels = new Map()): string {
  const { low, high, y, whiteWidth } = keyboard;
  const keys = Array.from({ length: high - low + 1 }, (_, index) => low + index);
  const whites = keys.filter((midi) => !isBlack(midi));
  const left = (960 - whites.length * whiteWidth) / 2;
  const whiteX = (midi: number) => left + whites.indexOf(midi) * whiteWidth;

  const below = whites.map((midi) => whiteKey(midi, { x: whiteX(midi), y, width: whiteWidth }, lit, labels));
  const above = keys.filter(isBlack).map((midi) => blackKey(midi, { x: whiteX(midi - 1) + whiteWidth, y, width: whiteWidth * 0.62 }, lit, labels));
  return below.join('') + above.join('');
}

type KeyPlace = { x: number; y: number; width: number };

function whiteKey(midi: number, { x, y, width }: KeyPlace, lit: Map<number, number>, labels: KeyLabels): string {
  const height = 560 - y;
  const strength = lit.get(midi) ?? 0;
  const sink = strength * 4;
  const box = `x="${x + 1}" y="${y}" width="${width - 2}" height="${height}"`;
  return (
    `<rect ${box} fill="${warmWhite}"/>` +
    (strength > 0 ? `<rect ${box} fill="${coral}" opacity="${strength.toFixed(2)}"/>` : '') +
    (strength > 0 ? `<rect x="${x + 1}" y="${y}" width="${width - 2}" height="${sink.toFixed(1)}" fill="oklch(0.2 0.02 40)" opacity="0.5"/>` : '') +
    label(labels.get(midi), x + width / 2, 512, strength, 'oklch(0.23 0.02 40)')
  );
}

function blackKey(midi: number, { x, y, width }: KeyPlace, lit: Map<number, number>, labels: KeyLabels): string {
  const height = (540 - y) * 0.6;
  const strength = lit.get(midi) ?? 0;
  const box = `x="${x - width / 2}" y="${y}" width="${width}" height="${height}"`;
  return (
    `<rect ${box} fill="${night}"/>` +
    (strength > 0 ? `<rect ${box} fill="${coral}" opacity="${strength.toFixed(2)}"/>` : '') +
    label(labels.get(midi), x, y + height - 18, strength, strength > 0.3 ? night : warmWhite)
  );
}

function label(text: string | undefined, x: number, y: number, strength: number, ink: string): string {
  if (!text) return '';
  return `<text x="${x}" y="${y}" font-family="Inter Variable" font-size="20" font-weight="600" text-anchor="middle" fill="${ink}" opacity="${(0.42 + 0.58 * strength).toFixed(2)}">${text}</text>`;
}

function isBlack(midi: number): boolean {
  return [1, 3, 6, 8, 10].includes(midi % 12);
}
