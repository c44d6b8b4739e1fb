import type { PDFFont } from 'pdf-lib';
import { engrave, type Staff } from './engrave.ts';
import { ellipse, line, rectangle, type Shape } from './shapes.ts';

/** What stands on a practice sheet, from top to bottom. */
export type SheetBlock =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'staff'; staff: Staff }
  | { kind: 'chords'; chords: ChordGrid[] }
  | { kind: 'table'; head: string[]; rows: string[][] };

/** A guitar chord: frets from the low string to the high, -1 muted, 0 open. */
export type ChordGrid = { name: string; frets: number[]; fingers?: string; baseFret?: number };

export type SheetColumn = { x: number; width: number; measure: PDFFont };

/** Draws a block with its top at `y`; gives the shapes and the y where the next may begin. */
export function blockShapes(block: SheetBlock, y: number, column: SheetColumn): { shapes: Shape[]; end: number } {
  switch (block.kind) {
    case 'heading':
      return { shapes: [{ text: block.text, x: column.x, y: y + 20, size: 15, face: 'display', ink: 'ink' }], end: y + 31 };
    case 'text':
      return paragraph(block.text, y, column);
    case 'staff':
      return staffShapes(block.staff, y, column);
    case 'chords':
      return chordRow(block.chords, y, column);
    case 'table':
      return table(block, y, column);
  }
}

/** Breaks words into lines no wider than the column at 10.5 points. */
function paragraph(text: string, y: number, { x, width, measure }: SheetColumn): { shapes: Shape[]; end: number } {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const grown = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && measure.widthOfTextAtSize(grown, 10.5) <= Math.min(width, 440)) lines[lines.length - 1] = grown;
    else lines.push(word);
  }
  const shapes = lines.map((words, row): Shape => ({ text: words, x, y: y + 12 + row * 15.5, size: 10.5, face: 'sans', ink: 'soft' }));
  return { shapes, end: y + lines.length * 15.5 + 11 };
}

function staffShapes(staff: Staff, y: number, { x, width }: SheetColumn): { shapes: Shape[]; end: number } {
  const space = 6.4;
  const over = staff.above ? 44 : /\/\d/.test(staff.music) ? 36 : 24;
  return { shapes: engrave(staff, { x, y: y + over, width, space }), end: y + over + 4 * space + (staff.below ? 46 : 34) };
}

function chordRow(chords: ChordGrid[], y: number, { x, width }: SheetColumn): { shapes: Shape[]; end: number } {
  const step = width / Math.max(5, chords.length);
  const shapes = chords.flatMap((chord, index) => chordShapes(chord, x + index * step + 6, y + 34));
  return { shapes, end: y + 34 + 96 + 22 };
}

function chordShapes(chord: ChordGrid, x: number, y: number): Shape[] {
  const gap = 12;
  const fret = 17;
  const shapes: Shape[] = [{ text: chord.name, x: x + gap * 2.5, y: y - 18, size: 13, face: 'display', ink: 'ink', anchor: 'middle' }];
  for (let s = 0; s < 6; s += 1) shapes.push({ path: line(x + s * gap, y, x + s * gap, y + 4.5 * fret), stroke: 'line', width: 0.7 });
  for (let f = 0; f < 5; f += 1) shapes.push({ path: line(x, y + f * fret, x + 5 * gap, y + f * fret), stroke: 'line', width: 0.7 });
  if (chord.baseFret) shapes.push({ text: `${chord.baseFret}`, x: x - 8, y: y + 12, size: 9, face: 'sans', ink: 'soft', anchor: 'end' });
  else shapes.push({ path: rectangle(x - 0.4, y - 2.4, 5 * gap + 0.8, 2.8), fill: 'ink' });

  chord.frets.forEach((at, string) => {
    const px = x + string * gap;
    if (at === 0) shapes.push({ path: ellipse(px, y - 8.5, 2.6, 2.6), stroke: 'ink', width: 0.8 });
    if (at < 0) shapes.push({ path: line(px - 2.6, y - 11, px + 2.6, y - 6) + line(px - 2.6, y - 6, px + 2.6, y - 11), stroke: 'ink', width: 0.8 });
    if (at > 0) shapes.push({ path: ellipse(px, y + (at - 0.5) * fret, 4.9, 4.9), fill: 'brand' });
    const finger = chord.fingers?.[string];
    if (at > 0 && finger && finger !== '-') {
      shapes.push({ text: finger, x: px, y: y + (at - 0.5) * fret + 2.7, size: 7.5, face: 'bold', ink: 'paper', anchor: 'middle' });
    }
  });
  return shapes;
}

function table({ head, rows }: { head: string[]; rows: string[][] }, y: number, column: SheetColumn): { shapes: Shape[]; end: number } {
  const { x, width } = column;
  const starts = columnStarts([head, ...rows], column);
  const height = 21;
  const shapes: Shape[] = [{ path: rectangle(x, y + 4, width, height), fill: 'tint' }];
  [head, ...rows].forEach((row, r) => {
    const at = y + 4 + r * height;
    row.forEach((cell, c) => shapes.push({ text: cell, x: x + (starts[c] ?? 0) + 8, y: at + 14, size: 10, face: r === 0 || c === 0 ? 'bold' : 'sans', ink: r === 0 ? 'brand' : 'ink' }));
    shapes.push({ path: line(x, at + height, x + width, at + height), stroke: 'line', width: 0.4 });
  });
  return { shapes, end: y + 4 + (rows.length + 1) * height + 18 };
}

/** Each column as wide as its longest cell, the spare width shared out evenly. */
function columnStarts(rows: string[][], { width, measure }: SheetColumn): number[] {
  const widest = (rows[0] ?? []).map((_, c) => Math.max(...rows.map((row) => measure.widthOfTextAtSize(row[c] ?? '', 10) + 16)));
  const spare = (width - widest.reduce((sum, each) => sum + each, 0)) / widest.length;
  let start = 0;
  return widest.map((each) => {
    const here = start;
    start += each + spare;
    return here;
  });
}
