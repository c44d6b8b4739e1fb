import { prose } from '../../prose.ts';
import type { SeedCourse } from '../../seed-content.ts';
import { droneD, intervalsUp, majorOrMinor, whichDegree } from '../recordings.ts';
import { circleOfFifths } from '../sheets.ts';

export const trainYourEar: SeedCourse = {
  key: 'ear',
  slug: 'train-your-ear',
  title: 'Train your ear',
  subject: 'ear',
  summary: 'Intervals, chords and the pull of each step, in daily portions of five minutes.',
  description: prose`
    <p>An ear is not a gift; it is a habit of naming what you hear. We name three intervals, two chords and seven steps, and we sing every one of them, because what you can sing you can hear.</p>
    <p>For players of any instrument, and for singers who are tired of waiting for the piano to tell them.</p>`,
  outcomes: ['Tell seconds, thirds and fifths apart', 'Hear major from minor at once', 'Name a step of the scale by its pull', 'Write down a short tune'],
  level: 'improver',
  instructorKey: 'marta',
  priceCents: 3900,
  status: 'published',
  sections: [
    {
      title: 'Two notes',
      lessons: [
        {
          title: 'Seconds, thirds, fifths',
          kind: 'audio',
          isPreview: true,
          media: intervalsUp,
          bodyHtml: prose`<p>Each pair is played one note after the other, then together. A second leans, a third sings, a fifth stands open. Hum the upper note before it comes.</p>`,
        },
        {
          title: 'Names are handles',
          kind: 'text',
          bodyHtml: prose`
            <p>You already hear the difference between a second and a fifth; what is missing is a handle to pick it up by. Songs make good handles: the first two notes of a tune you have known since childhood. But choose your own, because a borrowed one has to be remembered twice.</p>
            <p>Take an evening and find, in music <em>you</em> love, one beginning for each: a rising second, a rising third (major and minor), a fourth, a fifth. Write them on a card. Use the card for two weeks and then try without.</p>
            <p>After a while the song falls away and the sound itself has a character: the fourth, a bugle; the fifth, a doorway; the minor third, a child calling across a yard. When you notice that you named an interval before you thought of its song, throw the card away.</p>
            <p>Sing everything. A silent ear guesses; a singing ear knows.</p>`,
        },
        {
          title: 'The circle and the steps',
          kind: 'pdf',
          media: circleOfFifths,
          bodyHtml: prose`<p>Three slides to keep. The circle is a map of how near two keys are, nothing more and nothing less.</p>`,
        },
      ],
    },
    {
      title: 'Chords and their pull',
      lessons: [
        {
          title: 'Major or minor: eight chords',
          kind: 'audio',
          media: majorOrMinor,
          bodyHtml: prose`
            <p>Write eight letters before you look. Hum the middle note of each chord: it is the third, and it is the only one that decides.</p>
            <p>Answers: major, minor, minor, major, minor, major, minor, major.</p>`,
        },
        {
          title: 'Every step wants something',
          kind: 'text',
          bodyHtml: prose`
            <p>Intervals measure distance. But in a song you do not hear distances, you hear <strong>places</strong>: this note is home, that one is nearly home and knows it.</p>
            <p>Sing a major scale and stop on seven. Unbearable, isn’t it? Stop on four: it hangs, and would like to sit down on three. Two is on its way somewhere. Five is content to stay out. Six looks out of the window. One is home; three is home with the light on.</p>
            <p>These pulls are the same in every key. Learn them once and you can write down a melody without knowing the key at all, by asking of each long note: <em>what would you like to do next?</em></p>
            <p>Five minutes a day: play a chord to set the key, let someone (or an app, or your own left hand) give one note, and sing from it the shortest way home. The way you took is its name.</p>`,
        },
        {
          title: 'Which step was it?',
          kind: 'audio',
          media: whichDegree,
          bodyHtml: prose`
            <p>A C chord, then one note. Sing home from it in the empty bar, and count the steps.</p>
            <p>Answers: three, five, six, and seven, which could not wait and went home by itself.</p>`,
        },
        {
          title: 'A drone for the kitchen',
          kind: 'file',
          media: droneD,
          bodyHtml: prose`<p>Download this and leave it on while you cook. Sing any slow tune over it, and notice which notes rest and which ones ask.</p>`,
        },
      ],
    },
  ],
};
