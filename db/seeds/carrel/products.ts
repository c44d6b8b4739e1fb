import { sheetPdf } from '../media/sheet-pdf.ts';
import { prose } from '../prose.ts';
import type { SeedProduct, SeedPurchase } from '../seed-content.ts';

const from = 'Carrel Tutors, Leeds';

const quadratics = (answer: string) => sheetPdf({
  name: 'sixteen-quadratics.pdf', title: 'Sixteen quadratics', subtitle: 'From ones that give way to ones that fight', from,
  blocks: [
    { kind: 'text', text: 'Four a day. Before each, write down which way you will go and why; you lose the mark for the wrong way even when it arrives.' },
    { kind: 'heading', text: 'They factorise' },
    { kind: 'table', head: ['', 'Solve', 'Answer'], rows: [['1', 'x² + 5x + 6 = 0', '–2, –3'], ['2', 'x² – 7x + 12 = 0', '3, 4'], ['3', '2x² + 7x + 3 = 0', '–½, –3'], ['4', 'x² = 9x', '0, 9']] },
    { kind: 'heading', text: 'They need a square' },
    { kind: 'table', head: ['', 'Solve, to two places', 'Answer'], rows: [['5', 'x² + 6x + 2 = 0', '–0.35, –5.65'], ['6', 'x² – 4x – 1 = 0', answer], ['7', '2x² – 8x + 5 = 0', '3.22, 0.78'], ['8', 'x² + x – 1 = 0', '0.62, –1.62']] },
    { kind: 'heading', text: 'They need the formula' },
    { kind: 'table', head: ['', 'Solve', 'Answer'], rows: [['9', '3x² + 5x – 1 = 0', '0.18, –1.85'], ['10', '5x² – 2x – 4 = 0', '1.12, –0.72'], ['11', '2x² – x – 6 = 0', '2, –1½'], ['12', '4x² + 4x + 1 = 0', '–½, twice']] },
    { kind: 'heading', text: 'They hide' },
    { kind: 'table', head: ['', 'Solve', 'Answer'], rows: [['13', 'x + 6/x = 5', '2, 3'], ['14', '(x – 3)² = 2x', '6.65, 1.35'], ['15', 'x²(x² – 13) = –36', '±2, ±3'], ['16', '1/x + 1/(x + 2) = 1', '±1.41']] },
  ],
});

const minusCard = sheetPdf({
  name: 'the-minus-card.pdf', title: 'The minus card', subtitle: 'One page for the inside of a pencil case', from,
  blocks: [
    { kind: 'table', head: ['You see', 'Say aloud', 'It is'], rows: [['5 – (–2)', 'five, take away minus two', '7'], ['–5 – 2', 'minus five, take away two', '–7'], ['–(5 – 2)', 'the other side of three', '–3'], ['(–5)²', 'minus five, times itself', '25'], ['–5²', 'the other side of twenty-five', '–25']] },
    { kind: 'text', text: 'If you do not say it, you will guess it.' },
  ],
});

/** What Carrel has to print. */
export const carrelProducts: SeedProduct[] = [
  {
    key: 'sixteen-quadratics', kind: 'download', title: 'Sixteen quadratics', summary: 'Graded questions with answers, to print. Four a day is enough.', priceCents: 600,
    description: prose`<p>The questions from Ruth’s class, in the order in which people stop being afraid of them.</p>`,
    versions: [
      { label: '1.0', notes: '', daysAgo: 88, files: [quadratics('3.73, 0.27')] },
      { label: '1.1', notes: 'The answer to question 6 was wrong. Two of you noticed. It is 4.24 and −0.24.', daysAgo: 30, files: [quadratics('4.24, –0.24')] },
    ],
  },
  {
    key: 'minus-card', kind: 'lead-magnet', title: 'The minus card', summary: 'Five lines that catch most lost marks. One page, free for your address.',
    description: prose`<p>It fits the inside of a pencil case. Fold it where the line is.</p>`,
    versions: [{ label: '1.0', notes: '', daysAgo: 60, files: [minusCard] }],
  },
];

export const carrelPurchases: SeedPurchase[] = [
  { studentKey: 'jess', productKey: 'sixteen-quadratics', daysAgo: 45 },
  { studentKey: 'oliver', productKey: 'sixteen-quadratics', daysAgo: 11 },
];
