import { clicks, playLine } from '../media/sounds.ts';
import { tone } from '../media/tone.ts';
import { prose } from '../prose.ts';
import type { SeedCourse, SeedSchool } from '../seed-content.ts';
import { nightBusProducts, nightBusPurchases } from './products.ts';

const bpm = 84;
const claps = [1, 3, 5, 7, 9, 11, 13, 15].map((beat) => ({ at: ((beat + 0.06) * 60) / bpm, seconds: 0.2, midi: 60, loud: 0.5, voice: 'clap' as const }));
const lateClap = tone({
  name: 'late-clap-84.wav', seconds: 13,
  sounds: [...clicks({ bpm, beats: 16, loud: 0.18 }), ...claps, ...playLine('A1:1.5 A1:.5 r:1 G1:1 | A1:1.5 A1:.5 r:1 C2:1 | F1:1.5 F1:.5 r:1 G1:1 | A1:2 r:2', { bpm, voice: 'pluck', loud: 0.8 })],
});
const twoChords = tone({
  name: 'two-chords.wav', seconds: 12,
  sounds: [...playLine('A2+C3+E3+G3:4 | F2+A2+C3+E3:4 | A2+C3+E3+G3:4 | F2+A2+C3+E3:4', { bpm, voice: 'hum', loud: 0.5 })],
});

const lateBeat: SeedCourse = {
  key: 'late-beat', slug: 'behind-the-beat', title: 'Behind the beat', subject: 'beat making', level: 'improver', instructorKey: 'callum', priceCents: 3900, status: 'published',
  summary: 'Make drums that lean back without falling over: one clap, moved by eleven milliseconds.',
  description: prose`<p>Callum opens the session of “Last 38” and takes it apart until only the clap is left. Then you put it back together with your own sounds.</p>`,
  outcomes: ['Hear eleven milliseconds', 'Swing by hand, not by a knob', 'Finish one loop that you would release'],
  sections: [{
    title: 'One clap',
    lessons: [
      {
        title: 'Eleven milliseconds', kind: 'text', isPreview: true,
        bodyHtml: prose`
          <p>Put a kick on one and three and a clap on two and four. Loop it. It is correct, and nobody will ever nod to it. Now turn the grid off, take every clap, and pull it to the right until it sounds like a mistake. That will be around thirty milliseconds. Come back towards the grid until it stops being a mistake and starts being a person.</p>
          <p>For me that is eleven. For you it may be eight or fifteen, and it changes with the tempo. Write the number down, with the tempo beside it. That is your first preset, and you made it with your ears.</p>
          <p>Leave the kick alone. Something has to be on time, or nothing is late.</p>`,
      },
      { title: 'Listen: the late clap', kind: 'audio', media: lateClap, bodyHtml: prose`<p>Sixteen beats at 84. The click is on the grid and the clap is not. Mute the click after four bars in your own session and see whether you miss it.</p>` },
    ],
  }],
};

const mix: SeedCourse = {
  key: 'mix-quiet', slug: 'mix-it-quiet', title: 'Mix it quiet', subject: 'mixing', level: 'intermediate', instructorKey: 'noor', priceCents: 5900, status: 'published',
  summary: 'A whole mix at the volume of a conversation, in mono, on one speaker.',
  description: prose`<p>Loud is a liar. Noor mixes on a kitchen radio and so will you.</p>`,
  outcomes: ['Balance eight tracks without a plug-in', 'Know what to turn down'],
  sections: [{
    title: 'One speaker',
    lessons: [
      {
        title: 'Everything down', kind: 'text', isPreview: true,
        bodyHtml: prose`
          <p>Pull all faders to nothing. Set your speaker so that you could talk over it without raising your voice, and leave that knob alone until the end of this class. Bring up the one thing that the song is about. Usually it is a voice. Sometimes it is a sound that you were going to hide.</p>
          <p>Now add the next thing until you notice it, and take it back by a hair. Then the next. You never push anything up past what is there already; you make room by turning something else down. If nothing can be turned down, something can be thrown out.</p>
          <p>When it works this quietly, it will work in a car. The other way round is not true.</p>`,
      },
      { title: 'Listen: two chords, nothing else', kind: 'audio', media: twoChords, bodyHtml: prose`<p>A pad that fills the whole room by itself. Find the place in your mix at which it is felt and no longer heard.</p>` },
    ],
  }],
};

const field: SeedCourse = {
  key: 'field-recording', slug: 'the-last-bus-home', title: 'The last bus home', subject: 'field recording', level: 'beginner', instructorKey: 'sive', priceCents: 0, status: 'published',
  summary: 'Record one journey on your phone and make an instrument of it. Free.',
  description: prose`<p>You do not need a microphone. You need twenty minutes and a reason to be somewhere.</p>`,
  outcomes: ['Come home with four sounds that nobody else has'],
  sections: [{
    title: 'On the way',
    lessons: [
      {
        title: 'Four sounds', kind: 'text', isPreview: true,
        bodyHtml: prose`
          <p>Take a journey that you know so well that you no longer hear it. Put the phone in your breast pocket, screen in, and let it record all of it. Do not narrate. Do not point it at things.</p>
          <p>At home, listen once without stopping and write down times, not names. Then cut four pieces: something short that could be a drum, something long that could be a chord, something that repeats, and some air. The air is the one that you will use the most.</p>
          <p>Pitch the long one down by an octave and loop it under the short one. You have a track that nobody could make who was not on that bus. Save it before you improve it.</p>`,
      },
    ],
  }],
};

const release: SeedCourse = {
  key: 'let-it-go', slug: 'let-it-go-out', title: 'Let it go out', subject: 'mixing', level: 'improver', instructorKey: 'noor', priceCents: 2900, status: 'published',
  summary: 'From “nearly done” to a date: what to check, what to leave, who has to sign.',
  description: prose`<p>A release is a decision with a checklist. Here is the checklist.</p>`,
  outcomes: ['Set a date and keep it'],
  sections: [{
    title: 'The date',
    lessons: [
      {
        title: 'Three listens', kind: 'text', isPreview: true,
        bodyHtml: prose`
          <p>You get three. The first on the speakers that you know, with a pen: write down only what you would be ashamed of. The second a day later on the worst thing in the house; cross out everything on the list that you can’t hear there. The third while washing up. If you stop washing, fix that. If you don’t, you are done.</p>
          <p>Everything that is still on the list after that goes on the next record. This is not a trick to make you careless. It is how records differ from each other.</p>
          <p>Now pick a Friday that is at least four weeks away, and tell one person whose opinion you fear.</p>`,
      },
    ],
  }],
};

/** The demo's creator academy: three producers in Glasgow who teach from their own sessions. */
export const nightBus: SeedSchool = {
  slug: 'night-bus',
  name: 'Night Bus Audio',
  preset: 'creator-academy',
  tagline: 'Classes from open sessions. Glasgow, after eleven.',
  heroTitle: 'Finish the track.',
  heroText: 'Three producers open the sessions of what they released: the takes, the mistakes, and the eleven milliseconds that made it move.',
  about: prose`
    <p>We met on the 38 at one in the morning with the same headphones on. Every class here is made from something that went out under our names.</p>`,
  brandColour: 'oklch(0.9 0.19 124)',
  currency: 'gbp',
  country: 'GB',
  locale: 'en',
  timeZone: 'Europe/London',
  voices: [
    { quote: 'I had forty loops and no track. Now I have nine loops and a track.', name: 'kestrelhand', about: 'Behind the beat' },
    { quote: 'Mixing at the volume of a conversation broke me for a week and then fixed everything.', name: 'Ada Moor', about: 'Mix it quiet' },
  ],
  cast: [
    { key: 'callum', name: 'Callum Reyes', email: 'callum@night-bus.example', role: 'owner', isPublic: true, title: 'Drums, programming', bio: 'Makes beats that arrive a little after you expected them.', profile: { type: 'teacher', fields: { subjects: 'Drums and programming', years: '9', languages: 'English, Spanish' } } },
    { key: 'noor', name: 'Noor Haidari', email: 'noor@night-bus.example', role: 'instructor', title: 'Mixing, mastering', bio: 'Mixes on one speaker in a kitchen. The fridge is in tune.', profile: { type: 'teacher', fields: { subjects: 'Mixing', years: '12', languages: 'English, Dari' } } },
    { key: 'sive', name: 'Sive Brennan', email: 'sive@night-bus.example', role: 'instructor', title: 'Field recording', bio: 'Collects the sound of doors.', profile: { type: 'teacher', fields: { subjects: 'Field recording', years: '5', languages: 'English, Irish' } } },
    { key: 'ada', name: 'Ada Moor', email: 'ada@night-bus.example', role: 'student' },
    { key: 'kes', name: 'Kes Tanner', email: 'kes@night-bus.example', role: 'student' },
    { key: 'ines-b', name: 'Inês Brandão', email: 'ines-b@night-bus.example', role: 'student' },
  ],
  courses: [lateBeat, mix, field, release],
  products: nightBusProducts,
  purchases: nightBusPurchases,
};
