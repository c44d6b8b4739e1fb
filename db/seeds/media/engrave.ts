import { clefPath } from './clefs.ts';
import { beamsOf, flagPath, restShapes, accidentalShapes } from './marks.ts';
import { readLine, staffStepOf, type ScoreNote } from './score.ts';
import { ellipse, line, rectangle, type Ink, type Shape } from './shapes.ts';

export type Staff = {
  /** `rhythm` is a single line for clapping; its notes are all written B4. */
  clef: 'treble' | 'bass' | 'rhythm';
  /** A written line, as `readLine` takes it. */
  music: string;
  /** `4/4`; left out on the systems after the first. */
  time?: string;
  /** How many sharps the key has, or flats if negative. */
  sharps?: number;
  /** A word above each bar: chord names, or what the hand does. */
  above?: string[];
  /** A word below each note: counts, syllables. */
  below?: string[];
  lastBar?: 'double' | 'single';
};

export type Place = { x: number; y: number; width: number; space: number };

/** A note as drawn, so that pictures in motion can light it. */
export type DrawnNote = { note: ScoreNote; bar: number; index: number; x: number; stem: -1 | 1; ys: number[] };

/** Draws one system. `place.y` is its top line; five lines stand `place.space` apart. */
export function engrave(staff: Staff, place: Place, inkOf: (drawn: DrawnNote) => Ink = () => 'ink'): Shape[] {
  const { x, y, width, space } = place;
  const shapes: Shape[] = [];
  for (const k of staff.clef === 'rhythm' ? [2] : [0, 1, 2, 3, 4]) {
    shapes.push({ path: line(x, y + k * space, x + width, y + k * space), stroke: 'line', width: space * 0.09 });
  }
  shapes.push({ path: clefOutline(staff.clef, place), fill: 'ink' });

  const { shapes: head, x: musicFrom } = signatures(staff, place);
  shapes.push(...head);
  const notes = layOut(staff, { ...place, x: musicFrom, width: x + width - musicFrom });
  shapes.push(...barLines(staff, place, notes.barEnds));
  for (const drawn of notes.drawn) shapes.push(...noteShapes(drawn, place, inkOf(drawn)));
  shapes.push(...beamsOf(notes.drawn, place, inkOf));
  shapes.push(...words(staff, place, { ...notes, musicFrom }));
  return shapes;
}

function clefOutline(clef: Staff['clef'], { x, y, space }: Place): string {
  if (clef === 'treble') return clefPath('treble', x + space * 1.9, y + 3 * space, space);
  if (clef === 'bass') return clefPath('bass', x + space * 1.9, y + space, space);
  return [1.4, 2.1].map((at) => rectangle(x + at * space, y + space, 0.36 * space, 2 * space)).join('');
}

function signatures(staff: Staff, { x, y, space }: Place): { shapes: Shape[]; x: number } {
  const shapes: Shape[] = [];
  let at = x + space * 4.1;
  const sharps = staff.sharps ?? 0;
  const order = sharps > 0 ? [0, 1.5, -0.5, 1, 2.5] : [2, 0.5, 2.5, 1, 3];
  for (let k = 0; k < Math.abs(sharps); k += 1) {
    const row = (order[k] ?? 0) + (staff.clef === 'bass' ? 1 : 0);
    shapes.push(...accidentalShapes(sharps > 0 ? 1 : -1, at, y + row * space, space, 'ink'));
    at += space * 1.05;
  }
  if (staff.time) {
    at += space * 0.5;
    staff.time.split('/').forEach((digit, row) => {
      shapes.push({ text: digit, x: at + space * 0.5, y: y + space * (1.92 + row * 2), size: space * 2.75, face: 'numeral', ink: 'ink', anchor: 'middle' });
    });
    at += space * 1.4;
  }
  return { shapes, x: at + space * 0.6 };
}

function layOut(staff: Staff, place: Place): { drawn: DrawnNote[]; barEnds: number[] } {
  const bars = readLine(staff.music);
  // A note gets room by the root of its length: a half note is wider than a quarter, not twice as wide.
  const room = (note: ScoreNote) => Math.sqrt(note.beats) + (note.pitches.some((p) => p.alter) ? 0.3 : 0);
  const total = bars.flat().reduce((sum, note) => sum + room(note), 0) + bars.length * 0.55;
  const unit = (place.width - place.space) / total;
  const drawn: DrawnNote[] = [];
  const barEnds: number[] = [];
  let x = place.x;

  bars.forEach((bar, barIndex) => {
    x += unit * 0.28;
    bar.forEach((note, index) => {
      const accidental = note.pitches.some((p) => p.alter) ? unit * 0.3 : 0;
      const ys = note.pitches.map((p) => yOf(staffStepOf(p), staff.clef, place));
      const middle = place.y + 2 * place.space;
      const mean = ys.reduce((sum, value) => sum + value, 0) / Math.max(1, ys.length);
      drawn.push({ note, bar: barIndex, index, x: x + accidental + place.space * 0.8, stem: mean > middle ? 1 : -1, ys });
      x += unit * room(note);
    });
    x += unit * 0.27;
    barEnds.push(x);
  });
  return { drawn, barEnds };
}

/** E4 sits on the bottom line of the treble staff, G2 on that of the bass. */
function yOf(step: number, clef: Staff['clef'], place: Place): number {
  const bottom = clef === 'bass' ? 2 * 7 + 4 : 4 * 7 + 2;
  return place.y + 4 * place.space - ((step - bottom) * place.space) / 2;
}

function barLines(staff: Staff, place: Place, ends: number[]): Shape[] {
  const { x, y, width, space } = place;
  const shapes: Shape[] = ends.slice(0, -1).map((end) => ({
    path: line(end, y, end, y + 4 * space), stroke: 'ink', width: space * 0.12,
  }));
  const right = x + width;
  if (staff.lastBar === 'double') {
    shapes.push({ path: line(right - space * 0.85, y, right - space * 0.85, y + 4 * space), stroke: 'ink', width: space * 0.12 });
    shapes.push({ path: rectangle(right - space * 0.45, y, space * 0.45, 4 * space), fill: 'ink' });
  } else {
    shapes.push({ path: line(right, y, right, y + 4 * space), stroke: 'ink', width: space * 0.12 });
  }
  return shapes;
}

function noteShapes(drawn: DrawnNote, place: Place, ink: Ink): Shape[] {
  const { note, x, ys } = drawn;
  const { space, y } = place;
  if (note.pitches.length === 0) return restShapes(note.beats, x, place, ink);

  const shapes: Shape[] = [];
  const dotted = [0.75, 1.5, 3].includes(note.beats);
  ys.forEach((at, index) => {
    shapes.push(...ledgers(at, x, place));
    const alter = note.pitches[index]?.alter ?? 0;
    if (alter) shapes.push(...accidentalShapes(alter, x - space * 1.5, at, space, ink));
    shapes.push({ path: ellipse(x, at, space * 0.66, space * 0.46, -0.36), fill: ink });
    if (note.beats >= 2) shapes.push({ path: ellipse(x, at, space * (note.beats >= 4 ? 0.36 : 0.5), space * 0.24, -0.6), fill: 'paper' });
    if (dotted) {
      const onLine = Math.abs(((at - y) / space) % 1) < 0.1;
      shapes.push({ path: ellipse(x + space * 1.25, at - (onLine ? space * 0.4 : 0), space * 0.17, space * 0.17), fill: ink });
    }
  });
  if (note.beats < 4 && note.beats >= 1) shapes.push({ path: stemPath(drawn, space), stroke: ink, width: space * 0.14 });
  if (note.beats < 1 && !isBeamed(drawn)) shapes.push({ path: stemPath(drawn, space), stroke: ink, width: space * 0.14 }, { path: flagPath(drawn, space), fill: ink });
  return shapes;
}

/** Notes shorter than a beat are beamed in `beamsOf`; a finger mark `~` asks for a flag instead. */
function isBeamed(drawn: DrawnNote): boolean {
  return drawn.note.beats < 1 && drawn.note.finger !== '~';
}

function stemPath({ x, ys, stem }: DrawnNote, space: number): string {
  const side = x + stem * space * 0.58;
  const top = Math.min(...ys);
  const bottom = Math.max(...ys);
  return stem === 1 ? line(side, bottom - space * 0.2, side, top - space * 3.4) : line(side, top + space * 0.2, side, bottom + space * 3.4);
}

function ledgers(at: number, x: number, { y, space }: Place): Shape[] {
  const shapes: Shape[] = [];
  const draw = (row: number) => shapes.push({ path: line(x - space * 1.05, row, x + space * 1.05, row), stroke: 'line', width: space * 0.12 });
  for (let row = y + 5 * space; row <= at + 0.01; row += space) draw(row);
  for (let row = y - space; row >= at - 0.01; row -= space) draw(row);
  return shapes;
}

function words(staff: Staff, place: Place, notes: { drawn: DrawnNote[]; barEnds: number[]; musicFrom: number }): Shape[] {
  const { y, space } = place;
  const shapes: Shape[] = [];
  const lowest = Math.max(y + 4 * space, ...notes.drawn.flatMap((d) => d.ys.map((at) => at + (d.stem === -1 || d.note.beats < 1 ? space * 3.4 : space))));
  const highest = Math.min(y, ...notes.drawn.flatMap((d) => d.ys.map((at) => at - (d.stem === 1 || d.note.beats < 1 ? space * 3.4 : space))));
  notes.drawn.forEach((drawn, index) => {
    const { finger } = drawn.note;
    if (finger && finger !== '~') shapes.push({ text: finger, x: drawn.x, y: highest - space * 0.75, size: space * 1.45, face: 'sans', ink: 'brand', anchor: 'middle' });
    const below = staff.below?.[index];
    if (below) shapes.push({ text: below, x: drawn.x, y: lowest + space * 1.9, size: space * 1.45, face: 'sans', ink: 'soft', anchor: 'middle' });
  });
  const hasFingers = notes.drawn.some((d) => d.note.finger && d.note.finger !== '~');
  staff.above?.forEach((word, bar) => {
    const first = notes.drawn.find((d) => d.bar === bar);
    if (first && word) shapes.push({ text: word, x: first.x - space * 0.7, y: highest - space * (hasFingers ? 2.7 : 0.9), size: space * 1.75, face: 'display', ink: 'ink' });
  });
  return shapes;
}
