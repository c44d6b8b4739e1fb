import { prose } from '../../prose.ts';
import type { SeedCourse } from '../../seed-content.ts';
import { aPieceByHeart, leftHandLearnsToWalk } from './piano-chords.ts';
import { readingWithoutFear } from './piano-reading.ts';
import { twoHandsFiveKeys } from './piano-two-hands.ts';

export const pianoFromTheFirstNote: SeedCourse = {
  key: 'piano',
  slug: 'piano-from-the-first-note',
  title: 'Piano from the first note',
  subject: 'piano',
  summary: 'Twelve weeks to play with both hands, ten minutes a day. No sheet music needed to begin; by the end you read it.',
  description: prose`
    <p>For people who have never played, and for those who stopped at eleven and have been sorry since. You begin with five keys and one real melody, and you add a thing only when the last one has become easy.</p>
    <p>Every clip can be looped and slowed without changing its pitch. Every audio lesson is there to play along with. The sheets are made for the music stand: large, and with the fingerings where your eye looks for them.</p>
    <h3>What you need</h3>
    <ul>
    <li>Any keyboard with 49 keys or more. Full size matters, weight does not yet.</li>
    <li>Ten minutes on most days.</li>
    <li>A pencil.</li>
    </ul>`,
  outcomes: [
    'Play a melody with both hands',
    'Read both clefs at an easy pace',
    'Keep time with and without a click',
    'Accompany a song from its chords',
  ],
  level: 'beginner',
  instructorKey: 'ines',
  priceCents: 8900,
  status: 'published',
  sections: [twoHandsFiveKeys, readingWithoutFear, leftHandLearnsToWalk, aPieceByHeart],
};
