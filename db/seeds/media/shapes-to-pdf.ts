import { LineCapStyle, rgb, type PDFFont, type PDFPage, type RGB } from 'pdf-lib';
import type { Face, Ink, Shape } from './shapes.ts';

export type PageInks = Record<Ink, RGB>;
export type PageFonts = Record<Face, PDFFont>;

/** Melody on paper: warm black, hairlines, oxblood. */
export const paperInks: PageInks = {
  ink: rgb(0.13, 0.115, 0.1),
  soft: rgb(0.36, 0.335, 0.31),
  line: rgb(0.55, 0.52, 0.49),
  brand: rgb(0.592, 0.216, 0.184),
  tint: rgb(0.988, 0.918, 0.902),
  paper: rgb(1, 1, 1),
};

/** The same names on a dark slide. */
export const darkInks: PageInks = {
  ink: rgb(0.945, 0.935, 0.915),
  soft: rgb(0.7, 0.665, 0.635),
  line: rgb(0.42, 0.38, 0.36),
  brand: rgb(0.976, 0.612, 0.486),
  tint: rgb(0.23, 0.15, 0.125),
  paper: rgb(0.115, 0.078, 0.067),
};

/** Draws shapes onto a page. Their y runs down from the page's top edge. */
export function drawShapes(page: PDFPage, shapes: Shape[], look: { inks: PageInks; fonts: PageFonts }): void {
  const top = page.getHeight();
  for (const shape of shapes) {
    if ('text' in shape) {
      const font = look.fonts[shape.face];
      const width = font.widthOfTextAtSize(shape.text, shape.size);
      const shift = shape.anchor === 'middle' ? width / 2 : shape.anchor === 'end' ? width : 0;
      page.drawText(shape.text, { x: shape.x - shift, y: top - shape.y, size: shape.size, font, color: look.inks[shape.ink], opacity: shape.opacity });
      continue;
    }
    page.drawSvgPath(shape.path, {
      x: 0,
      y: top,
      color: shape.fill && look.inks[shape.fill],
      borderColor: shape.stroke && look.inks[shape.stroke],
      borderWidth: shape.stroke ? (shape.width ?? 1) : 0,
      opacity: shape.opacity,
      borderOpacity: shape.opacity,
      borderLineCap: shape.roundCap ? LineCapStyle.Round : LineCapStyle.Butt,
    });
  }
}
