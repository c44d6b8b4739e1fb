import { clip } from '../../media/clip.ts';
import { prose } from '../../prose.ts';
import type { SeedCourse } from '../../seed-content.ts';
import { clapBack, dottedPairs } from '../recordings.ts';
import { rhythmSheet } from '../sheets.ts';

export const readingRhythm: SeedCourse = {
  key: 'rhythm',
  slug: 'reading-rhythm',
  title: 'Reading rhythm',
  subject: 'drums',
  summary: 'Two hands, one line, no pitches. The half of reading music that everyone skips, and that everyone hears.',
  description: prose`
    <p>Whatever you play, most reading mistakes are rhythm mistakes wearing a pitch’s coat. Here you need no instrument at all: hands, a table top, and a voice to count with.</p>
    <p>Six short sittings. Drummers are welcome and will find it harder than they expect.</p>`,
  outcomes: ['Clap quarters, eighths, dots and rests at sight', 'Count aloud while playing', 'Keep going after a mistake'],
  level: 'beginner',
  instructorKey: 'kevin',
  priceCents: 2900,
  status: 'published',
  sections: [
    {
      title: 'The grid',
      lessons: [
        {
          title: 'Clap the bar',
          kind: 'video',
          isPreview: true,
          media: clip('clap-the-bar'),
          bodyHtml: prose`<p>Eight bars over a click. The circles are the eight places where an eighth note may fall. Say all of them, clap some.</p>`,
        },
        {
          title: 'Count aloud, yes, really',
          kind: 'text',
          bodyHtml: prose`
            <p>Everybody thinks they count. Very few do, and you can tell which by asking them to do it aloud. The voice is honest: it stops when you are lost, a bar before the hands admit it.</p>
            <p>Say <code>1 &amp; 2 &amp; 3 &amp; 4 &amp;</code> evenly, like someone reading out a very dull list. The numbers are the beats; the ands are exactly half-way. Sixteenths get <code>1 e &amp; a</code>. Triplets get any three-beat word: I use <em>pineapple</em>.</p>
            <p>Now clap on the numbers only. Then on the ands only, still saying the numbers. If that second one turns upside down on you, good: you have found the muscle this course is for. Slow it to 50 and start from the and of four.</p>
            <p>Count rests aloud too. A rest is a note that you play by not playing, and it lasts precisely as long.</p>`,
        },
        {
          title: 'Clap it back',
          kind: 'audio',
          media: clapBack,
          bodyHtml: prose`<p>One bar is clapped, one bar is yours, four times. The last begins after the beat: breathe in on one.</p>`,
        },
      ],
    },
    {
      title: 'Dots and silences',
      lessons: [
        {
          title: 'What a dot does',
          kind: 'text',
          bodyHtml: prose`
            <p>A dot adds half of what is already there. A half note, two beats, becomes three. A quarter, one beat, becomes one and a half; and because bars like to come out even, a dotted quarter nearly always has an eighth beside it to complete the pair.</p>
            <p>Do not learn it as “long, short”. Learn it as three eighths and one: tap steady eighths with the left hand, and with the right play the first and the fourth. <strong>One</strong>, and, two, <strong>and</strong>. The second right-hand note falls on an <em>and</em>, and that is the whole secret.</p>
            <p>When it is easy, stop the left hand and let it continue in your head. If the rhythm begins to lean towards triplets, as it will when you are tired, bring the left hand back for four bars.</p>
            <p>You know this already, by the way: it is the fourth bar of the tune from Beethoven’s Ninth.</p>`,
        },
        {
          title: 'Dotted and even, by ear',
          kind: 'audio',
          media: dottedPairs,
          bodyHtml: prose`<p>The same notes even, then dotted. Tap along on your knee; then write down, without looking at any page, which bars were which.</p>`,
        },
        {
          title: 'Twelve bars to clap',
          kind: 'pdf',
          media: rhythmSheet,
          bodyHtml: prose`<p>Three lines, each a little less polite. Clap them forwards, then from the last bar to the first.</p>`,
        },
      ],
    },
  ],
};
