import { clicks, playLine } from '../media/sounds.ts';
import { sheetPdf } from '../media/sheet-pdf.ts';
import { tone } from '../media/tone.ts';
import { prose } from '../prose.ts';
import type { SeedSchool } from '../seed-content.ts';

const bpm = 58;
const nocturne = tone({
  name: 'quiet-study-in-a-minor.wav',
  seconds: 22,
  sounds: [
    ...clicks({ bpm, beats: 4, loud: 0.25 }),
    ...playLine('A2:4 | F2:4 | C3:4 | E2:4', { bpm, fromBeat: 4, voice: 'pluck', loud: 0.7 }),
    ...playLine('r:.5 E3:.5 A3:.5 C4:.5 E4:.5 C4:.5 A3:.5 E3:.5 | r:.5 C3:.5 A3:.5 C4:.5 F4:.5 C4:.5 A3:.5 C3:.5 | r:.5 E3:.5 G3:.5 C4:.5 E4:.5 C4:.5 G3:.5 E3:.5 | r:.5 B2:.5 E3:.5 G#3:.5 B3:.5 G#3:.5 E3:.5 B2:.5', { bpm, fromBeat: 4, voice: 'pluck', loud: 0.5 }),
  ],
});

const silence = sheetPdf({
  name: 'quiet-study.pdf', title: 'A quiet study', subtitle: 'A minor, four bars, as softly as it will speak', from: 'Quiet Strings, Porto',
  blocks: [
    { kind: 'chords', chords: [{ name: 'Am', frets: [-1, 0, 2, 2, 1, 0], fingers: '--231-' }, { name: 'F', frets: [1, 3, 3, 2, 1, 1], fingers: '134211' }, { name: 'C', frets: [-1, 3, 2, 0, 1, 0], fingers: '-32-1-' }, { name: 'E', frets: [0, 2, 2, 1, 0, 0], fingers: '-231--' }] },
    { kind: 'text', text: 'Let each bass note ring until the next one replaces it. If you hear a gap, the finger left too early.' },
  ],
});

/** The rival: a guitar studio in Porto, small enough to see at a glance that nothing leaks into it. */
export const quietStrings: SeedSchool = {
  slug: 'quiet-strings',
  name: 'Quiet Strings',
  preset: 'music-school',
  tagline: 'One guitar, one room, one hour.',
  heroTitle: 'Guitar lessons for people who like silence.',
  heroText: 'Nylon strings in Porto, one student at a time, and a small course for the days between.',
  about: prose`
    <p>Bea Rocha teaches classical guitar in a back room in Cedofeita. There is one chair for you, one for her, and no clock on the wall.</p>`,
  brandColour: 'oklch(0.46 0.07 200)',
  currency: 'eur',
  country: 'PT',
  locale: 'en',
  timeZone: 'Europe/Lisbon',
  cast: [
    { key: 'bea', name: 'Bea Rocha', email: 'bea@quiet-strings.example', role: 'owner', title: 'Guitar', bio: 'Plays softly, in a room that lets her.' },
    { key: 'nuno', name: 'Nuno Abreu', email: 'nuno@quiet-strings.example', role: 'student' },
  ],
  courses: [
    {
      key: 'quiet-hands', slug: 'quiet-hands', title: 'Quiet hands', subject: 'guitar',
      summary: 'Three lessons on playing softly without playing less.',
      description: prose`<p>Loud is easy to find. These three lessons look for the other end of the instrument, where the sound is small and everything still speaks.</p>`,
      outcomes: ['Play a study at a whisper, evenly'],
      level: 'improver', instructorKey: 'bea', priceCents: 4500, status: 'published',
      sections: [
        {
          title: 'Softly',
          lessons: [
            {
              title: 'The smallest sound', kind: 'text', isPreview: true,
              bodyHtml: prose`
                <p>Put your index finger on the first string and press it towards the top of the guitar, slowly, without plucking. Feel how far it will go before it escapes. That distance is the loudness; the speed has very little to do with it.</p>
                <p>Now let it escape after the shortest distance that still gives a tone. Not a scratch, not a whisper of nail: a tone. Do it ten times and make them equal.</p>
                <p>Go round the strings, thumb on the low three. The sixth needs less than you think. When all six speak at the same small size, you have a floor to stand on, and every louder sound becomes a choice.</p>`,
            },
            {
              title: 'A quiet study', kind: 'audio', media: nocturne, attachments: [silence],
              bodyHtml: prose`<p>Four bars at 58. Play under the recording, not over it: if you can no longer hear it, you are too loud.</p>`,
            },
            { title: 'Shapes for the study', kind: 'pdf', media: silence, bodyHtml: prose`<p>The four chords, and one instruction that matters.</p>` },
          ],
        },
      ],
    },
  ],
};
