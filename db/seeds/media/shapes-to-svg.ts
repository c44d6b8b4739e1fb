import type { Face, Ink, Shape } from './shapes.ts';

/** The stage of Melody's clips: a dark room, warm white, one coral. */
export const stageInks: Record<Ink, string> = {
  ink: 'oklch(0.95 0.006 80)',
  soft: 'oklch(0.74 0.012 60)',
  line: 'oklch(0.5 0.015 50)',
  brand: 'oklch(0.78 0.12 40)',
  tint: 'oklch(0.3 0.04 40)',
  paper: 'oklch(0.2 0.02 40)',
};

const faces: Record<Face, string> = {
  display: 'font-family="Fraunces Variable" font-weight="400"',
  sans: 'font-family="Inter Variable" font-weight="450"',
  bold: 'font-family="Inter Variable" font-weight="600"',
  numeral: 'font-family="Fraunces Variable" font-weight="700" style="font-feature-settings: \'lnum\'"',
};

/** Shapes as SVG elements, coloured for the stage. */
export function shapesToSvg(shapes: Shape[]): string {
  return shapes.map(elementOf).join('');
}

function elementOf(shape: Shape): string {
  const opacity = shape.opacity === undefined ? '' : ` opacity="${shape.opacity.toFixed(2)}"`;
  if ('text' in shape) {
    const words = shape.text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
    return `<text x="${shape.x}" y="${shape.y}" font-size="${shape.size}" ${faces[shape.face]} fill="${stageInks[shape.ink]}" text-anchor="${shape.anchor ?? 'start'}"${opacity}>${words}</text>`;
  }
  const fill = shape.fill ? stageInks[shape.fill] : 'none';
  const stroke = shape.stroke ? ` stroke="${stageInks[shape.stroke]}" stroke-width="${shape.width ?? 1}"` : '';
  const cap = shape.roundCap ? ' stroke-linecap="round" stroke-linejoin="round"' : '';
  return `<path d="${shape.path}" fill="${fill}"${stroke}${cap}${opacity}/>`;
}
