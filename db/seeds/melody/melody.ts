import { prose } from '../prose.ts';
import type { SeedSchool } from '../seed-content.ts';
import { melodyCast } from './cast.ts';
import { findYourVoice } from './courses/find-your-voice.ts';
import { fingerstyleGuitar } from './courses/fingerstyle-guitar.ts';
import { jazzPiano } from './courses/jazz-piano.ts';
import { pianoFromTheFirstNote } from './courses/piano-from-the-first-note.ts';
import { readingRhythm } from './courses/reading-rhythm.ts';
import { stringEnsemble } from './courses/string-ensemble.ts';
import { trainYourEar } from './courses/train-your-ear.ts';
import { violinFirstPosition } from './courses/violin-first-position.ts';
import { writeASong } from './courses/write-a-song.ts';

/** The demo's music school: four rooms in Lisbon, nine courses, twenty-two people. */
export const melody: SeedSchool = {
  slug: 'melody',
  name: 'Melody',
  preset: 'music-school',
  tagline: 'A music school in Lisbon, and wherever you practise.',
  heroTitle: 'Learn an instrument from people who play one.',
  heroText: 'Piano, strings, guitar and voice in Lisbon and online. Weekly lessons, small ensembles, and courses to practise with in between.',
  about: prose`
    <p>Melody is four rooms above a bakery in Campo de Ourique. We opened in 2014 with one piano and a borrowed double bass; there are now five teachers, a string ensemble on Tuesdays, and a choir that is louder than the building allows.</p>
    <p>We teach beginners of every age, and we mean <em>every</em>: the youngest is six, the oldest took up the violin at seventy-four and is now impatient with the rest of us. Everyone who teaches here also plays somewhere, most weeks, for people who paid to come.</p>
    <p>The courses are what we wished our own students had between lessons: short, slow, made to be looped, and honest about what takes time.</p>`,
  brandColour: 'oklch(0.48 0.13 28)',
  currency: 'eur',
  country: 'PT',
  locale: 'en',
  timeZone: 'Europe/Lisbon',
  cast: melodyCast,
  courses: [
    pianoFromTheFirstNote,
    fingerstyleGuitar,
    findYourVoice,
    violinFirstPosition,
    jazzPiano,
    readingRhythm,
    trainYourEar,
    writeASong,
    stringEnsemble,
  ],
};
