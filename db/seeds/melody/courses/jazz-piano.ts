import { clip } from '../../media/clip.ts';
import { prose } from '../../prose.ts';
import type { SeedCourse } from '../../seed-content.ts';
import { twoFiveOne, walkingBass } from '../recordings.ts';
import { shellsSheet } from '../sheets.ts';

export const jazzPiano: SeedCourse = {
  key: 'jazz',
  slug: 'jazz-piano-shells-and-colours',
  title: 'Jazz piano: shells and colours',
  subject: 'piano',
  summary: 'Three notes in the left hand, one well-chosen note in the right, and a great deal of room around them.',
  description: prose`
    <p>You read chord symbols and can play a seventh chord in root position. You have noticed that it sounds like furniture. This course takes notes away until the harmony moves by itself, and then gives you colours to put back, one at a time.</p>
    <p>We stay with the two-five-one in C, B flat and F, and with a blues in F. Small ground, walked until you know it in the dark.</p>`,
  outcomes: ['Comp with shells in three keys', 'Hear thirds and sevenths move', 'Add ninths and thirteenths on purpose', 'Play two choruses of a blues with a bass player'],
  level: 'intermediate',
  instructorKey: 'ines',
  priceCents: 9500,
  status: 'published',
  sections: [
    {
      title: 'Shells',
      lessons: [
        {
          title: 'Two, five, one',
          kind: 'video',
          isPreview: true,
          media: clip('jazz-shells'),
          attachments: [shellsSheet],
          bodyHtml: prose`<p>Root, third, seventh; then without the root; then one colour on top. Watch the seventh of each chord fall a step and become the third of the next.</p>`,
        },
        {
          title: 'Why the third and the seventh',
          kind: 'text',
          isPreview: true,
          bodyHtml: prose`
            <p>Take away the root: the bass player has it. Take away the fifth: unless it is altered it tells you nothing you did not know. What is left, the third and the seventh, decides everything. Major third and minor seventh: dominant. Minor third, minor seventh: minor. Major, major: home.</p>
            <p>Now play only those two notes through Dm7, G7, Cmaj7. F and C; F and B; E and B. Each time one note stays and the other falls a step. Those are <strong>guide tones</strong>, and they are the reason the progression sounds inevitable.</p>
            <p>Sing the line C, B, B while you play the roots. Sing F, F, E. If you can sing both, you will never again be lost in a two-five-one, in any key, at any tempo, because you will hear where you are instead of counting.</p>
            <p>Shells are these two notes with a root below. Three fingers, and the whole tune stands.</p>`,
        },
        {
          title: 'Three keys, in time',
          kind: 'audio',
          media: twoFiveOne,
          bodyHtml: prose`<p>C, B flat, F, with the Charleston in the left hand and a bar to breathe after each. Play along, then leave the left hand to the recording and put one long note on top of each chord.</p>`,
        },
        {
          title: 'Shells in three keys',
          kind: 'pdf',
          media: shellsSheet,
          bodyHtml: prose`<p>The same on paper, with a short table of colours. Close the lid of the laptop; open the lid of the piano.</p>`,
        },
      ],
    },
    {
      title: 'Colours',
      lessons: [
        {
          title: 'One colour at a time',
          kind: 'text',
          bodyHtml: prose`
            <p>A ninth on the minor chord is sweet. A thirteenth on the dominant is warm. A flat ninth is a cloud crossing. If you put all of them in, you get grey.</p>
            <p>So choose <em>one</em> note for the right hand, above the shell, and let it move as little as the guide tones do. Over Dm7, G7, Cmaj7 the note E can simply stay: it is the ninth, then the thirteenth, then the third. You have changed the colour of every chord by not moving.</p>
            <p>Then try the line E, E flat, D: ninth, flat thirteenth, ninth. Now the dominant has a shadow in it and the last chord is a relief.</p>
            <ul>
            <li>Colours live above the shell, not inside it, until you know why.</li>
            <li>A colour that clashes with the melody is a wrong note, however fashionable.</li>
            <li>If in doubt, leave the bar with the shell alone. It will sound like taste.</li>
            </ul>`,
        },
        {
          title: 'Where to put them: rhythm',
          kind: 'text',
          bodyHtml: prose`
            <p>Comping is drumming with pitches. A perfect voicing in the wrong place is in the way; a bare shell in the right place makes the soloist sound better than they are.</p>
            <p>Begin with three places. <strong>One</strong>, and the <strong>and of two</strong>: the Charleston. Then shift the pair later by half a beat, so that it starts on the and of one. Then play only the <strong>and of four</strong>, a push that belongs to the chord of the <em>next</em> bar. With these three and silence you can accompany a whole evening.</p>
            <p>Set the metronome to two and four, as a hi-hat would be. If you turn the beat round, stop, laugh, and start again; everyone does, and it fades in about two weeks.</p>
            <p>Short notes swing more than long ones. Let go of the key earlier than you think, and leave the pedal alone.</p>`,
        },
      ],
    },
    {
      title: 'With a bass player',
      lessons: [
        {
          title: 'Blues in F, walking',
          kind: 'audio',
          media: walkingBass,
          bodyHtml: prose`<p>Twelve bars of bass at 112, bar for bar as written in every fake book. First chorus: shells on one. Second: the Charleston. Third: only where you have something to say.</p>`,
        },
        {
          title: 'Two choruses, told as a story',
          kind: 'text',
          bodyHtml: prose`
            <p>A blues chorus has three lines: say something, say it again, and say what follows from it. Do exactly that with your first solo. Four notes are enough for a sentence.</p>
            <p><strong>First chorus.</strong> Bars one and two: the idea. Bars three and four: nothing, while the left hand answers. Repeat it over the B flat, changing the one note that no longer fits: A becomes A flat. In the last line, let it climb and come down.</p>
            <p><strong>Second chorus.</strong> The same idea, begun one beat later. It is astonishing how new it sounds. Add a colour on bar eight, where the D7 leans into G minor. End early: two empty bars are an invitation to whoever plays next.</p>
            <p>Record it on the phone. Do not ask whether it was hip. Ask whether somebody could tell where you were with their eyes shut.</p>`,
        },
      ],
    },
  ],
};
