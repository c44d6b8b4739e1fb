import type { SeedMedia } from '../seed-content.ts';
import { engrave, type Staff } from './engrave.ts';
import { darkInks, drawShapes } from './shapes-to-pdf.ts';
import { ellipse, rectangle, type Shape } from './shapes.ts';
import { quietDocument, standardFonts } from './sheet-pdf.ts';

export type Slide = { title: string; lines?: string[]; staff?: Staff; wheel?: string[] };

const wide = { width: 960, height: 540 };

/** A deck of dark 16:9 slides as PDF: a sentence each, with a staff or a wheel of keys. */
export function slideDeck(deck: { name: string; from: string; slides: Slide[] }): SeedMedia {
  return { name: deck.name, mediaType: 'application/pdf', bytes: () => printDeck(deck) };
}

async function printDeck(deck: { from: string; slides: Slide[] }): Promise<Uint8Array> {
  const pdf = await quietDocument(deck.slides[0]?.title ?? deck.from, deck.from);
  const fonts = await standardFonts(pdf);
  deck.slides.forEach((slide, index) => {
    const page = pdf.addPage([wide.width, wide.height]);
    drawShapes(page, slideShapes(slide, `${deck.from} · ${index + 1}`), { inks: darkInks, fonts });
  });
  return pdf.save();
}

function slideShapes(slide: Slide, foot: string): Shape[] {
  const shapes: Shape[] = [
    { path: rectangle(0, 0, wide.width, wide.height), fill: 'paper' },
    { path: rectangle(72, 82, 34, 3.5), fill: 'brand' },
    { text: slide.title, x: 72, y: 138, size: 42, face: 'display', ink: 'ink' },
    { text: foot, x: 72, y: 500, size: 12, face: 'sans', ink: 'soft' },
  ];
  slide.lines?.forEach((words, row) => {
    shapes.push({ text: words, x: 72, y: 186 + row * 30, size: 19, face: 'sans', ink: 'soft' });
  });
  if (slide.staff) shapes.push(...engrave(slide.staff, { x: 72, y: 340, width: 816, space: 13 }));
  if (slide.wheel) shapes.push(...wheelShapes(slide.wheel));
  return shapes;
}

/** Names round a circle, the first at the top and lit. */
function wheelShapes(names: string[]): Shape[] {
  const [x, y, radius] = [710, 290, 150];
  return [
    { path: ellipse(x, y, radius, radius), stroke: 'line', width: 1 },
    ...names.flatMap((name, index): Shape[] => {
      const turn = (index / names.length) * 2 * Math.PI - Math.PI / 2;
      const px = x + radius * Math.cos(turn);
      const py = y + radius * Math.sin(turn);
      return [
        { path: ellipse(px, py, 25, 25), fill: index === 0 ? 'brand' : 'tint' },
        { text: name, x: px, y: py + 6.5, size: 19, face: 'display', ink: index === 0 ? 'paper' : 'ink', anchor: 'middle' },
      ];
    }),
  ];
}
