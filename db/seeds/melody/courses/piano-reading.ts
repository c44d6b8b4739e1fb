import { prose } from '../../prose.ts';
import type { SeedSection } from '../../seed-content.ts';
import { clip } from '../../media/clip.ts';
import { dottedPairs } from '../recordings.ts';
import { pageExplained, rhythmSheet } from '../sheets.ts';

export const readingWithoutFear: SeedSection = {
  title: 'Reading without fear',
  lessons: [
    {
      title: 'The page, explained once',
      kind: 'pdf',
      media: pageExplained,
      bodyHtml: prose`
        <p>Print this and leave it on the stand. Cover the names with a strip of paper, and lift the strip only to check.</p>`,
    },
    {
      title: 'Read distances, not names',
      kind: 'text',
      bodyHtml: prose`
        <p>Fast readers do not spell. They see where the line goes: up a step, up a step, down a skip. You can do this from today with three questions.</p>
        <ul>
        <li><strong>Same, step or skip?</strong> From a line to the next space is a step: the neighbouring white key, the neighbouring finger. From a line to the next line is a skip: leave a key out.</li>
        <li><strong>Up or down?</strong> Up the page is right on the keys. Always.</li>
        <li><strong>Where did I start?</strong> Only the first note needs its name.</li>
        </ul>
        <p>Try it on the tune you know. E, same, step up, step up, same, step down, step down, step down. You have just read two bars with one name.</p>
        <p>Names still matter, and they come with time. But a reader who spells each note is always a beat behind, and a reader who follows the line can look ahead. Keep your eyes on the paper: your fingers know where they are, because they have not left their five keys.</p>`,
    },
    {
      title: 'Clap before you play',
      kind: 'video',
      media: clip('clap-the-bar'),
      attachments: [rhythmSheet],
      bodyHtml: prose`
        <p>Eight bars on one line. Say every number aloud, clap only the notes. When pitch comes back, it has one problem less to bring.</p>`,
    },
    {
      title: 'Dotted and even',
      kind: 'audio',
      media: dottedPairs,
      bodyHtml: prose`
        <p>The same notes twice: first even, then long-short. Copy both. The long one should feel leaned on, the short one should belong to the note <em>after</em> it.</p>`,
    },
    {
      title: 'When you get lost',
      kind: 'text',
      bodyHtml: prose`
        <p>You will lose your place; everyone does, and most of the skill is in what happens next. There are only three good answers.</p>
        <ol>
        <li><strong>Keep the beat.</strong> Let the notes go and keep counting. A wrong note is gone in a second; a broken beat stays in the room.</li>
        <li><strong>Aim for the bar line.</strong> Skip to the first beat of the next bar and land there with whatever you have. One correct note on one is worth four in between.</li>
        <li><strong>Mark it afterwards.</strong> A small pencil ring, not a word. If the ring is still needed after three days, the fingering is wrong, not you.</li>
        </ol>
        <p>Going back to fix a note while the music runs teaches the hand a piece with a hiccup in it. Repairs belong in the six minutes of practice; in the two minutes of playing, you play.</p>`,
    },
  ],
};
