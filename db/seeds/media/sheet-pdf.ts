import { PDFDocument, StandardFonts, type PDFPage } from 'pdf-lib';
import type { SeedMedia } from '../seed-content.ts';
import { drawShapes, paperInks, type PageFonts } from './shapes-to-pdf.ts';
import { line, rectangle, type Shape } from './shapes.ts';
import { blockShapes, type SheetBlock } from './sheet-blocks.ts';

export type Sheet = {
  /** The file's name, ending in .pdf. */
  name: string;
  title: string;
  subtitle: string;
  /** Said small at the foot: the school and the course. */
  from: string;
  blocks: SheetBlock[];
};

const a4 = { width: 595.28, height: 841.89, margin: 62 };

/** An A4 practice sheet: staves, chord grids and tables as vectors, as many pages as it takes. */
export function sheetPdf(sheet: Sheet): SeedMedia {
  return { name: sheet.name, mediaType: 'application/pdf', bytes: () => printSheet(sheet) };
}

async function printSheet(sheet: Sheet): Promise<Uint8Array> {
  const pdf = await quietDocument(sheet.title, sheet.from);
  const fonts = await standardFonts(pdf);
  const look = { inks: paperInks, fonts };
  const column = { x: a4.margin, width: a4.width - 2 * a4.margin, measure: fonts.sans };

  let page = pdf.addPage([a4.width, a4.height]);
  drawShapes(page, titleShapes(sheet), look);
  let y = 150;
  for (const block of sheet.blocks) {
    let drawn = blockShapes(block, y, column);
    if (drawn.end > a4.height - 70) {
      page = pdf.addPage([a4.width, a4.height]);
      drawn = blockShapes(block, 64, column);
    }
    drawShapes(page, drawn.shapes, look);
    y = drawn.end;
  }
  const pages = pdf.getPages();
  pages.forEach((each: PDFPage, index) => drawShapes(each, footShapes(sheet.from, index + 1, pages.length), look));
  return pdf.save();
}

/** A document that says no hour of its making, so that the same sheet is the same bytes. */
export async function quietDocument(title: string, author: string): Promise<PDFDocument> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const made = new Date(Date.UTC(2026, 0, 5));
  pdf.setTitle(title, { showInWindowTitleBar: true });
  pdf.setAuthor(author);
  pdf.setLanguage('en');
  pdf.setCreationDate(made);
  pdf.setModificationDate(made);
  return pdf;
}

/** The faces every reader has; none needs to be carried in the file. */
export async function standardFonts(pdf: PDFDocument): Promise<PageFonts> {
  return {
    display: await pdf.embedFont(StandardFonts.TimesRoman),
    numeral: await pdf.embedFont(StandardFonts.TimesRomanBold),
    sans: await pdf.embedFont(StandardFonts.Helvetica),
    bold: await pdf.embedFont(StandardFonts.HelveticaBold),
  };
}

function titleShapes({ title, subtitle }: Sheet): Shape[] {
  return [
    { path: rectangle(a4.margin, 56, 30, 3), fill: 'brand' },
    { text: title, x: a4.margin, y: 94, size: 30, face: 'display', ink: 'ink' },
    { text: subtitle, x: a4.margin, y: 116, size: 11.5, face: 'sans', ink: 'soft' },
    { path: line(a4.margin, 134, a4.width - a4.margin, 134), stroke: 'line', width: 0.5 },
  ];
}

function footShapes(from: string, page: number, pages: number): Shape[] {
  const y = a4.height - 40;
  return [
    { path: line(a4.margin, y - 16, a4.width - a4.margin, y - 16), stroke: 'line', width: 0.4 },
    { text: from, x: a4.margin, y, size: 8.5, face: 'sans', ink: 'soft' },
    { text: `${page} / ${pages}`, x: a4.width - a4.margin, y, size: 8.5, face: 'sans', ink: 'soft', anchor: 'end' },
  ];
}
