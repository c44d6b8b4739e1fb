import { clip } from '../../media/clip.ts';
import { prose } from '../../prose.ts';
import type { SeedCourse } from '../../seed-content.ts';
import { droneA, droneD, minuetSlow, openStrings } from '../recordings.ts';
import { firstPositionSheet } from '../sheets.ts';

export const violinFirstPosition: SeedCourse = {
  key: 'violin',
  slug: 'violin-the-first-position',
  title: 'Violin: the first position',
  subject: 'violin',
  summary: 'Four fingers, four strings, one place for the hand. Everything else on the violin is built on top of it.',
  description: prose`
    <p>First position is where a violinist lives for the first years and comes home to for the rest. We build it slowly: a bow that goes straight, a left hand that hangs rather than grips, and an ear that decides what is in tune.</p>
    <p>You need an instrument that has been set up by somebody who knows how, a shoulder rest that fits, and rosin. If the strings are high off the board, take it to a workshop before you take it to lesson one.</p>`,
  outcomes: ['Draw a straight, even bow', 'Place four fingers in tune by ear', 'Play D, A and G major in one octave', 'Read a minuet and bow it in three'],
  level: 'beginner',
  instructorKey: 'tomas',
  priceCents: 7900,
  status: 'published',
  sections: [
    {
      title: 'The bow first',
      lessons: [
        {
          title: 'Tuning notes',
          kind: 'audio',
          isPreview: true,
          media: openStrings,
          bodyHtml: prose`<p>A, D, G, E, long enough to turn a peg. Tune the A to the recording and the others to the A: two strings bowed together should stop quarrelling when they are right.</p>`,
        },
        {
          title: 'A hand that hangs from the stick',
          kind: 'text',
          isPreview: true,
          bodyHtml: prose`
            <p>Hold a pencil in front of you as if you were handing it to someone, thumb bent underneath, opposite the middle finger. The little finger sits on top, round as a cat’s back. That is the bow hold; the bow is only a longer, more expensive pencil.</p>
            <p>Three things do the work. The <strong>thumb</strong> stays bent, because a straight thumb locks the wrist. The <strong>index finger</strong> leans, and its weight is the loudness. The <strong>little finger</strong> balances, and is the first to get tired; rest when it does.</p>
            <p>Now lay the bow on the D string at its middle. Let the string carry the weight. Draw an inch down and an inch up, with no sound you have to apologise for. An inch that is beautiful is worth more than a whole bow that is not, and it grows by itself: two inches next week, half a bow the week after.</p>`,
        },
        {
          title: 'Straight, slow, near the bridge',
          kind: 'audio',
          media: droneA,
          bodyHtml: prose`<p>Eight slow beats down, eight up, on the open A over this drone. Watch the bow in a mirror: it crosses the string like a street, at a right angle, always the same distance from the bridge.</p>`,
        },
      ],
    },
    {
      title: 'The left hand',
      lessons: [
        {
          title: 'Open, one, two, three',
          kind: 'video',
          media: clip('first-position'),
          attachments: [firstPositionSheet],
          bodyHtml: prose`<p>D major on two strings. Two and three touch; one and two do not. The fingers that are down stay down: they are how the next one knows where it is.</p>`,
        },
        {
          title: 'In tune with what?',
          kind: 'text',
          bodyHtml: prose`
            <p>The tapes on the fingerboard are a kindness, and they are wrong by a hair in every weather. Your ear is better. Give it something to measure by.</p>
            <p>Whenever you play a G, D, A or E with a finger, the open string of that name sounds along in sympathy, if and only if you are in tune. Play third finger on D, a G. Look at the open G string: it shivers. Roll the fingertip back a little, and the shiver dies. Roll it home, and the whole violin opens, as if someone had lifted a cloth from it.</p>
            <p>That <strong>ring</strong> is your tuner. Stop on each ringing note in a scale and wait for it. Then fit the others in between: the high second finger leans close against the third, nearly touching, as a leading note should lean.</p>
            <p>Adjust by rolling, not by sliding. And play softly while you look; force makes every pitch sound convinced.</p>`,
        },
        {
          title: 'A drone to lean on',
          kind: 'audio',
          media: droneD,
          bodyHtml: prose`<p>Play your D major scale against this, one note to a bow. Each note has its own taste against D: the fifth is calm, the second itches, the seventh wants to go home. Stay until you can tell.</p>`,
        },
      ],
    },
    {
      title: 'Music',
      lessons: [
        {
          title: 'First position, a map',
          kind: 'pdf',
          media: firstPositionSheet,
          bodyHtml: prose`<p>All sixteen places and the two scales. Say the note as the finger falls, not after.</p>`,
        },
        {
          title: 'Minuet in G, slowly',
          kind: 'audio',
          media: minuetSlow,
          bodyHtml: prose`<p>Eight bars at 76, three in a bar after a bar of clicks. One is down and heavy; two and three are light and already thinking of the next. The C is natural here: second finger low, against the first. Bar three crosses to the E string: lift the elbow before the bow, not with it.</p>`,
        },
        {
          title: 'A week with eight bars',
          kind: 'text',
          bodyHtml: prose`
            <p>Here is how an orchestra player learns eight bars. Nothing in it is clever.</p>
            <ol>
            <li><strong>Monday:</strong> left hand alone, plucked. Only the pitches.</li>
            <li><strong>Tuesday:</strong> bow alone, on open strings, with the right rhythm and string crossings. It sounds absurd and fixes nearly everything.</li>
            <li><strong>Wednesday:</strong> both, two bars at a time, at half speed.</li>
            <li><strong>Thursday:</strong> the joints: last beat of each bar into the first of the next.</li>
            <li><strong>Friday:</strong> all of it, slowly, with the drone.</li>
            <li><strong>Saturday:</strong> all of it with the recording. One take. Listen back while you loosen the bow.</li>
            <li><strong>Sunday:</strong> rest. The hand files things away while you are out.</li>
            </ol>
            <p>If a bar still fails on Saturday, it gets a Monday of its own.</p>`,
        },
      ],
    },
  ],
};
