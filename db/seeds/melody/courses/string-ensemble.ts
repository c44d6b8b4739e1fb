import { prose } from '../../prose.ts';
import type { SeedCourse } from '../../seed-content.ts';
import { ensembleTutti, openStrings } from '../recordings.ts';
import { canonPart } from '../sheets.ts';

/** Reached by its link only: the material of one group. */
export const stringEnsemble: SeedCourse = {
  key: 'ensemble',
  slug: 'string-ensemble-autumn',
  title: 'String ensemble, autumn',
  subject: 'violin',
  summary: 'Parts and play-alongs for the Tuesday group, 18:00, Room 2.',
  description: prose`
    <p>Everything for the December concert. If you have this link, you are in the group. Bring a pencil, a mute, and a stand if you own one; the school’s four are always in Room 3.</p>`,
  outcomes: ['Know your part before the first rehearsal in December'],
  level: 'improver',
  instructorKey: 'tomas',
  priceCents: 0,
  status: 'unlisted',
  sections: [
    {
      title: 'Canon',
      lessons: [
        {
          title: 'How to rehearse alone for a group',
          kind: 'text',
          bodyHtml: prose`
            <p>Your part is half of what you must know. The other half is what happens while you rest.</p>
            <p>Listen to the play-along twice without the violin and follow your page with a finger. Write into your rests, in small letters, what you hear: <em>firsts climb</em>, <em>cellos alone</em>. On Tuesday you will come in because you recognise the place, not because you counted to sixteen and hoped.</p>
            <p>Decide your bowings and <strong>write them in</strong>; then be ready to rub them out, for the section bows together even when the section is wrong.</p>
            <p>Play at three loudnesses: as loud as your neighbour, softer than your neighbour, and so soft that you hear the cellos. The third is where you will spend the evening.</p>`,
        },
        {
          title: 'All parts, slowly',
          kind: 'audio',
          media: ensembleTutti,
          attachments: [canonPart],
          bodyHtml: prose`<p>Eight bars at 66, first violins over the bass. The second violins’ part is yours to add: wait two bars.</p>`,
        },
        {
          title: 'Tuning notes',
          kind: 'audio',
          media: openStrings,
          bodyHtml: prose`<p>Please tune before you come in. Eleven people tuning at once is a piece too, but not the one on the programme.</p>`,
        },
      ],
    },
  ],
};
