import { sheetPdf } from '../media/sheet-pdf.ts';
import { prose } from '../prose.ts';
import type { SeedProduct, SeedPurchase } from '../seed-content.ts';

const script = (pages: { heading: string; text: string }[]) => sheetPdf({
  name: 'the-listing-appointment.pdf', title: 'The listing appointment', subtitle: 'Page by page, with what to leave out', from: 'Second Desk, Denver',
  blocks: pages.flatMap(({ heading, text }) => [{ kind: 'heading' as const, text: heading }, { kind: 'text' as const, text }]),
});

const first = [
  { heading: 'Before you knock', text: 'Drive round the block once and write down three things that a buyer sees before the door opens. You will need one of them in the first minute.' },
  { heading: 'The first nineteen minutes', text: 'Ask, and write. Who decides, what happens if it does not sell, what did the last agent promise. Do not open the folder.' },
  { heading: 'The price', text: 'Lay three sold homes on the table, face down. Let them turn each over and guess. They arrive at the number before you say it.' },
];
const silence = { heading: 'The silence', text: 'After the number, nothing. Count to eleven. Whoever fills it gives something away.' };

/** What Marcus sells to those who will not record themselves. */
export const secondDeskProducts: SeedProduct[] = [
  {
    key: 'listing-appointment', kind: 'download', title: 'The listing appointment, page by page', summary: 'What Marcus says, in order, and what he leaves out. A PDF to mark up.', priceCents: 2900,
    description: prose`<p>Twenty-two years of kitchen tables on a few pages. Print it, cross out what you would never say, and read the rest aloud in the car.</p>`,
    versions: [
      { label: '2025', notes: '', daysAgo: 120, files: [script(first)] },
      { label: '2026', notes: 'New: the page about silence.', daysAgo: 25, files: [script([...first, silence])] },
    ],
  },
];

export const secondDeskPurchases: SeedPurchase[] = [{ studentKey: 'renee', productKey: 'listing-appointment', daysAgo: 33 }];
