import { clip } from '../../media/clip.ts';
import { prose } from '../../prose.ts';
import type { SeedCourse } from '../../seed-content.ts';
import { alternatingThumb, fourChordSong, romanzaSlow } from '../recordings.ts';
import { thumbSheet } from '../sheets.ts';

export const fingerstyleGuitar: SeedCourse = {
  key: 'fingerstyle',
  slug: 'fingerstyle-guitar',
  title: 'Fingerstyle guitar',
  subject: 'guitar',
  summary: 'A thumb that never stops and three fingers that sing over it, slowly, with a loop on every hard bar.',
  description: prose`
    <p>You know a handful of open chords and can change between them. Here the right hand learns to be two people: a thumb that keeps the house standing, and fingers that may do as they please.</p>
    <p>Steel or nylon, nails or none. Everything is shown in standard tuning, in first position, at a speed where you can watch your own hand.</p>`,
  outcomes: [
    'Keep an alternating bass without thinking of it',
    'Play arpeggios with p, i, m and a',
    'Bring out a melody over its chords',
    'Change chords in the time the thumb gives you',
  ],
  level: 'improver',
  instructorKey: 'rui',
  priceCents: 6900,
  status: 'published',
  sections: [
    {
      title: 'The right hand alone',
      lessons: [
        {
          title: 'p, i, m, a',
          kind: 'video',
          isPreview: true,
          media: clip('fingerstyle-pima'),
          attachments: [thumbSheet],
          bodyHtml: prose`
            <p>Thumb on the bass, one finger for each of the three high strings. The thumb’s note rings through the whole bar: do not lift what you do not have to.</p>`,
        },
        {
          title: 'Nails, or the lack of them',
          kind: 'text',
          isPreview: true,
          bodyHtml: prose`
            <p>Flesh gives a round sound, nail a clear one; most players use the corner where both meet. The string touches the fingertip first and leaves over the nail. If you see the nail from the palm side and it is about as thick as a coin, that is long enough.</p>
            <p>File in one direction, along the shape of the fingertip, and finish with something very fine. A rough edge is heard on the high strings as a hiss that no amplifier made.</p>
            <p>No nails? Play nearer to the end of the fretboard and let the last joint give a little. Many fine players never grew any. On steel strings nails wear; keep them short and accept it, or change to a light gauge for the first months.</p>
            <p>Whatever you choose, <strong>plant</strong>: put the finger on its string a moment before it plays. Silence before the note is what makes the note begin.</p>`,
        },
        {
          title: 'The thumb that never stops',
          kind: 'audio',
          media: alternatingThumb,
          bodyHtml: prose`
            <p>Bass on every beat, fingers in the gaps, at 70. Mute the low strings with the side of your palm near the bridge, just enough to turn the ring into a thud.</p>`,
        },
      ],
    },
    {
      title: 'Two voices on six strings',
      lessons: [
        {
          title: 'Pinch and answer',
          kind: 'text',
          bodyHtml: prose`
            <p>Two things can happen on a beat: thumb alone, or thumb and finger together. We call the second a pinch. All alternating styles, from parlour blues to a Lisbon serenade, are a row of pinches and answers.</p>
            <p>Hold a C. Thumb: string five, four, five, four. Keep that going until you can say your telephone number over it. Now add one pinch, thumb and middle finger, on the first beat of each bar. Only that. Then move the pinch to two; to three; to four.</p>
            <p>Then the answer: the index plays string three <em>between</em> the beats. If it lands together with the thumb, slow down until it does not. The gap is the groove.</p>
            <p>When pinch and answer are both easy, you own every pattern in this course, because each is only a different order of the two.</p>`,
        },
        {
          title: 'Three in a beat',
          kind: 'audio',
          media: romanzaSlow,
          bodyHtml: prose`
            <p>Ring, middle, index, three to a beat, with the melody on the high string. Play the first of each three a little fuller. You are not counting triplets; you are singing a slow tune that happens to shimmer.</p>`,
        },
        {
          title: 'Bring the tune out',
          kind: 'text',
          bodyHtml: prose`
            <p>The melody note and the accompaniment are plucked by the same hand, often in the same instant, and still one must stand in front. You do it with touch, not with force.</p>
            <ul>
            <li>Let the melody finger come to rest on the string below (a <strong>rest stroke</strong>) while the others play free. It is louder without trying.</li>
            <li>Or leave all strokes free and move the whole hand a thumb’s width towards the bridge: the melody brightens, the bass does not notice.</li>
            <li>Shorten the accompaniment. A chord that is damped on the off-beat makes the long note above it sound longer.</li>
            </ul>
            <p>Test: record yourself on the phone, put it across the room, and play it back quietly. If you can hum the tune from there, it is out. If you hear a pattern, it is not.</p>`,
        },
      ],
    },
    {
      title: 'Songs',
      lessons: [
        {
          title: 'Change while the thumb falls',
          kind: 'text',
          bodyHtml: prose`
            <p>A chord change has a budget: the time between the last finger of one bar and the first thumb of the next. You do not need the whole chord when the thumb falls. You need <strong>one</strong> note, the bass; the others are asked for later, one at a time.</p>
            <p>From C to G in our pattern: the thumb wants string six, third fret. Put that finger down first and let the rest arrive while the thumb is speaking. From Am to Fmaj7 the first finger stays where it is; tell it so, aloud if need be, because it will try to leave.</p>
            <ol>
            <li>Play only beat four and beat one. Stop. Again.</li>
            <li>Look for the finger that stays, or slides on its string.</li>
            <li>Put the loop on those two beats, at 60%.</li>
            </ol>
            <p>Late fingers are forgiven. A late thumb is a different piece.</p>`,
        },
        {
          title: 'Play along at 80',
          kind: 'audio',
          media: fourChordSong,
          bodyHtml: prose`
            <p>C, G, Am, F, C, G, F, C with bass and keys. Any of your patterns fits. Change pattern only when the chords begin again.</p>`,
        },
        {
          title: 'Shapes to print',
          kind: 'pdf',
          media: thumbSheet,
          bodyHtml: prose`<p>The five shapes with the thumb’s strings beside them. Keep it inside the case.</p>`,
        },
      ],
    },
  ],
};
