import type { DrawnNote, Place } from './engrave.ts';
import { ellipse, line, n, rectangle, type Ink, type Shape } from './shapes.ts';

/** A sharp (1) or flat (-1), its middle at (x, y). */
export function accidentalShapes(alter: -1 | 1, x: number, y: number, space: number, ink: Ink): Shape[] {
  const s = space;
  if (alter === 1) {
    return [
      { path: line(x - 0.2 * s, y - 1.2 * s, x - 0.2 * s, y + 1.35 * s) + line(x + 0.2 * s, y - 1.35 * s, x + 0.2 * s, y + 1.2 * s), stroke: ink, width: 0.1 * s },
      { path: line(x - 0.5 * s, y - 0.3 * s, x + 0.5 * s, y - 0.58 * s) + line(x - 0.5 * s, y + 0.58 * s, x + 0.5 * s, y + 0.3 * s), stroke: ink, width: 0.26 * s },
    ];
  }
  const belly = `M${n(x - 0.3 * s)} ${n(y + 0.6 * s)}C${n(x + 0.7 * s)} ${n(y)} ${n(x + 0.5 * s)} ${n(y - 0.8 * s)} ${n(x - 0.3 * s)} ${n(y - 0.2 * s)}`;
  return [
    { path: line(x - 0.3 * s, y - 1.8 * s, x - 0.3 * s, y + 0.65 * s), stroke: ink, width: 0.11 * s },
    { path: belly, stroke: ink, width: 0.19 * s },
  ];
}

/** The rest of that many beats. */
export function restShapes(beats: number, x: number, { y, space: s }: Place, ink: Ink): Shape[] {
  if (beats >= 4) return [{ path: rectangle(x - 0.6 * s, y + s, 1.2 * s, 0.5 * s), fill: ink }];
  if (beats >= 2) return [{ path: rectangle(x - 0.6 * s, y + 1.5 * s, 1.2 * s, 0.5 * s), fill: ink }];

  const at = (px: number, py: number) => `${n(x + px * s)} ${n(y + py * s)}`;
  if (beats >= 1) {
    const zig = `M${at(-0.3, 0.6)}L${at(0.38, 1.45)}C${at(-0.12, 1.95)} ${at(0, 2.2)} ${at(0.46, 2.75)}`;
    const hook = `M${at(0.46, 2.75)}C${at(-0.2, 2.4)} ${at(-0.55, 2.95)} ${at(0.12, 3.4)}`;
    return [{ path: zig, stroke: ink, width: 0.3 * s, roundCap: true }, { path: hook, stroke: ink, width: 0.22 * s, roundCap: true }];
  }
  return [
    { path: ellipse(x - 0.25 * s, y + 1.45 * s, 0.26 * s, 0.26 * s), fill: ink },
    { path: `M${at(-0.3, 1.6)}C${at(0, 1.8)} ${at(0.3, 1.6)} ${at(0.42, 1.25)}L${at(-0.02, 3)}`, stroke: ink, width: 0.13 * s },
  ];
}

/** The flag of a lone eighth. */
export function flagPath({ x, ys, stem }: DrawnNote, s: number): string {
  const side = x + stem * s * 0.58;
  const tip = stem === 1 ? Math.min(...ys) - s * 3.4 : Math.max(...ys) + s * 3.4;
  const at = (px: number, py: number) => `${n(side + px * s)} ${n(tip + stem * py * s)}`;
  return `M${at(0, 0)}C${at(0.1, 0.9)} ${at(1.3, 1.2)} ${at(0.75, 2.6)}C${at(0.85, 1.6)} ${at(0.3, 1.3)} ${at(0, 1.15)}Z`;
}

/** Beams over the short notes of each beat: level, at the height the furthest note asks for. */
export function beamsOf(drawn: DrawnNote[], place: Place, inkOf: (drawn: DrawnNote) => Ink): Shape[] {
  return beamGroups(drawn).flatMap((group) => beamShapes(group, place, inkOf));
}

function beamGroups(drawn: DrawnNote[]): DrawnNote[][] {
  const groups: DrawnNote[][] = [];
  let beat = 0;
  let bar = -1;
  let open: DrawnNote[] = [];
  let openBeat = -1;
  for (const each of drawn) {
    if (each.bar !== bar) { bar = each.bar; beat = 0; openBeat = -1; }
    const short = each.note.beats < 1 && each.note.pitches.length > 0 && each.note.finger !== '~';
    if (short && Math.floor(beat) === openBeat) open.push(each);
    else if (short) { open = [each]; groups.push(open); openBeat = Math.floor(beat); }
    else openBeat = -1;
    beat += each.note.beats;
  }
  return groups;
}

function beamShapes(group: DrawnNote[], { y, space: s }: Place, inkOf: (drawn: DrawnNote) => Ink): Shape[] {
  const [first] = group;
  const last = group.at(-1);
  if (!first || !last) return [];

  const ys = group.flatMap((each) => each.ys);
  const mean = ys.reduce((sum, value) => sum + value, 0) / ys.length;
  const stem = mean > y + 2 * s ? 1 : -1;
  const level = stem === 1 ? Math.min(...ys) - 3.3 * s : Math.max(...ys) + 3.3 * s;
  const side = (each: DrawnNote) => each.x + stem * s * 0.58;
  const shapes: Shape[] = group.map((each) => ({
    path: line(side(each), (stem === 1 ? Math.max(...each.ys) : Math.min(...each.ys)) - stem * s * 0.2, side(each), level),
    stroke: inkOf(each), width: s * 0.14,
  }));
  const beam = (from: number, to: number, row: number): Shape => ({
    path: rectangle(from - 0.06 * s, level + stem * row * s * 0.75 - (stem === 1 ? 0 : 0.5 * s), to - from + 0.12 * s, 0.5 * s), fill: 'ink',
  });
  if (group.length > 1) shapes.push(beam(side(first), side(last), 0));
  else shapes.push({ path: flagPath({ ...first, stem }, s), fill: inkOf(first) });

  group.forEach((each, index) => {
    const next = group[index + 1];
    if (each.note.beats > 0.25 || group.length < 2) return;
    if (next && next.note.beats <= 0.25) shapes.push(beam(side(each), side(next), 1));
  });
  return shapes;
}
