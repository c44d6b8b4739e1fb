import { prose } from '../../prose.ts';
import type { SeedCourse } from '../../seed-content.ts';
import { fourChordSong } from '../recordings.ts';
import { chordsSheet } from '../sheets.ts';

/** Still being written by Rui: the demo's example of a course nobody outside the studio sees. */
export const writeASong: SeedCourse = {
  key: 'song',
  slug: 'write-a-song-in-four-chords',
  title: 'Write a song in four chords',
  subject: 'composition',
  summary: 'A title, four chords and a reason: a first song in four sittings.',
  description: prose`
    <p>You will finish a song. It may not be your best one; it will be your first, and the second is easier. We work from a title, because a title knows what the song is about before you do.</p>`,
  outcomes: ['Finish one song', 'Tell a verse from a chorus and know what each is for'],
  level: 'improver',
  instructorKey: 'rui',
  priceCents: 4900,
  status: 'draft',
  sections: [
    {
      title: 'A beginning',
      lessons: [
        {
          title: 'Start with the title',
          kind: 'text',
          bodyHtml: prose`
            <p>Write ten titles. Take them from things people said to you this week, signs, the backs of tickets. A good title is short, can be said in one breath, and makes somebody ask “and then?”.</p>
            <p>Choose the one that makes you slightly uneasy. Now answer three questions, a line each: who is speaking, to whom, and what happened just before? You have the first verse; it is only not in verse yet.</p>
            <p>The chorus is what the speaker <em>would</em> say if they dared. It contains the title, usually first or last, where the ear keeps things.</p>
            <p>Do not rhyme anything today. Rhyme is a good servant, and an obstinate one: let it in before you know what you mean and it will tell you.</p>`,
        },
        {
          title: 'Four chords to lean on',
          kind: 'audio',
          media: fourChordSong,
          attachments: [chordsSheet],
          bodyHtml: prose`<p>Speak your lines over this loop before you sing them. The stresses of the words will choose the long notes for you.</p>`,
        },
      ],
    },
  ],
};
