import { clip } from '../../media/clip.ts';
import { prose } from '../../prose.ts';
import type { SeedCourse } from '../../seed-content.ts';
import { droneD, fiveNoteHum } from '../recordings.ts';
import { vowelSheet } from '../sheets.ts';

export const findYourVoice: SeedCourse = {
  key: 'voice',
  slug: 'find-your-voice',
  title: 'Find your voice',
  subject: 'voice',
  summary: 'Breath, pitch and courage, for people who sing in the car.',
  description: prose`
    <p>If you can say a long “mm” when the soup is good, you can sing. This course is free because the first step should be. It asks for eight short sittings and a room where nobody minds.</p>
    <p>No scales at the top of your lungs, no talk of talent. We start with breath, meet a note and stay on it, and end with a verse of a song you choose.</p>`,
  outcomes: ['Breathe without lifting your shoulders', 'Find a note and stay on it', 'Sing five vowels on one line', 'Sing a verse to somebody'],
  level: 'beginner',
  instructorKey: 'marta',
  priceCents: 0,
  status: 'published',
  sections: [
    {
      title: 'Air',
      lessons: [
        {
          title: 'The long breath',
          kind: 'video',
          isPreview: true,
          media: clip('long-breath'),
          bodyHtml: prose`<p>In for four, out for eight on a hum. Put a hand on your lowest ribs and let them push it sideways. Three breaths; then yawn, because you will want to.</p>`,
        },
        {
          title: 'What the breath is for',
          kind: 'text',
          bodyHtml: prose`
            <p>You do not need a great deal of air to sing. You need it to come out slowly and evenly, and most of the work is in <em>not</em> letting it fall out at the start.</p>
            <p>Try a hiss: a quiet, steady “sss” for as long as it stays comfortable. Notice that the ribs want to drop at once. Ask them to stay wide while the belly goes in by itself. That quiet disagreement between ribs and air is what singers call <strong>support</strong>, and it is nothing more mysterious than lowering a heavy tray gently.</p>
            <p>Never squeeze the last of it. When you feel the throat begin to help, stop and breathe in: the mouth open, the shoulders uninterested. A phrase that ends early is a decision. A phrase that ends in a squeeze is an accident everyone can hear.</p>`,
        },
      ],
    },
    {
      title: 'Pitch',
      lessons: [
        {
          title: 'Stay on a drone',
          kind: 'audio',
          isPreview: true,
          media: droneD,
          bodyHtml: prose`<p>Hum the D where it is comfortable. If you hear a slow wobble between you and the recording, slide up or down until the wobble slows, and stops. That stillness is being in tune; you can feel it in the teeth.</p>`,
        },
        {
          title: '“I am tone-deaf”',
          kind: 'text',
          bodyHtml: prose`
            <p>You are almost certainly not. True tone-deafness is rare, and those who have it seldom enjoy music enough to worry. What most people have is an ear that hears well and a voice that was never shown how to follow.</p>
            <p>So turn the game round. Hum any note, whatever comes out, and find <strong>it</strong> on a keyboard or with a tuner app. You have now matched a pitch, by letting the pitch match you. Do this for a few days. Then move the key one step and follow it with your voice, as you would step onto a kerb.</p>
            <p>If you miss, do not jump: slide, slowly, until it locks. Sliding teaches the muscles what a distance is; jumping only tells them they were wrong.</p>
            <p>And record yourself once a week. Not to judge; to hear, in a month, that something moved.</p>`,
        },
        {
          title: 'Hum five notes and home',
          kind: 'audio',
          media: fiveNoteHum,
          bodyHtml: prose`<p>Up five steps and home, then the same a little higher. The piano gives you the chord, the voice goes first, you follow in the empty bar. Lips closed, teeth apart.</p>`,
        },
      ],
    },
    {
      title: 'Words, and courage',
      lessons: [
        {
          title: 'Five vowels, ten minutes',
          kind: 'pdf',
          media: vowelSheet,
          bodyHtml: prose`<p>A warm-up for every day. We sing on vowels; consonants are only the doors between them.</p>`,
        },
        {
          title: 'Choosing your key',
          kind: 'text',
          bodyHtml: prose`
            <p>Songs are written for somebody’s voice, rarely yours. Changing the key is not cheating; it is what every professional does before the first rehearsal.</p>
            <p>Find the highest note of the song, usually in the chorus, usually on the word that matters. Sing that word alone, at the loudness the song wants there. Could you say it again, ten times, in a good mood? Then the key is right. If your chin rises, go down a step and ask again.</p>
            <p>Now check the lowest note. If it turns into speech, you have gone too far; meet in the middle. If top and bottom will not both fit, favour the bottom: people forgive a light high note, but a verse that nobody hears is three minutes long.</p>
            <p>With a capo, or the transpose button, this takes a minute. Write the key on the sheet, in ink.</p>`,
        },
        {
          title: 'Sing it to somebody',
          kind: 'text',
          bodyHtml: prose`
            <p>Choose one verse and one person. A child is ideal, a dog is acceptable, the whole family is too many.</p>
            <p>Speak the words first as if you meant them: to whom, about what, and why now? Keep that intention and let the tune carry it. Most stage fright is attention pointing the wrong way, at how you sound; point it at what you are saying, and it has less to hold on to.</p>
            <ul>
            <li>Stand with your weight on both feet, knees not locked.</li>
            <li>Breathe out before you breathe in.</li>
            <li>Look at their forehead if the eyes are too much.</li>
            </ul>
            <p>Your knees may shake. They are welcome to; they have waited a long time for this. When it is over say nothing at all, and notice that the ceiling is where it was.</p>
            <p>On Saturdays at ten there is <strong>Singing for the shy</strong>. You are now qualified.</p>`,
        },
      ],
    },
  ],
};
