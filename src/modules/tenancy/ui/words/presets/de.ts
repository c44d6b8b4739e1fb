import type { Shape } from '#platform/i18n/catalogue.ts'
import type { en } from './en.ts'

export const de: Shape<typeof en> = {
  'music-school': {
    label: 'Musikschule',
    hint: 'Kurse mit Noten, Aufnahmen und einem Player, der zum Üben gemacht ist.',
    exampleCourse: 'Klavier vom ersten Ton an',
    tagline: 'Musikunterricht und Kurse zum Üben.',
    heroTitle: 'Spielen lernen, jeden Tag ein wenig.',
    heroText: (name) => `${name} unterrichtet alle, die anfangen oder wieder anfangen: vor Ort und mit Kursen, die Sie verlangsamen, wiederholen und in Ihrem Tempo nehmen können.`,
    about: (name) => `<p>${name} ist eine Musikschule. Wir unterrichten so, wie wir es uns selbst gewünscht hätten: langsam, mit Ohr und Hand, und von der ersten Woche an mit Musik, die sich zu spielen lohnt.</p>`,
  },
  'yoga-studio': {
    label: 'Yogastudio',
    hint: 'Übungen für zu Hause, als Video oder mit Stimme, auf einer Seite mit viel Luft.',
    exampleCourse: 'Langsame Morgen',
    tagline: 'Yoga für zu Hause, in Ihrem Tempo.',
    heroTitle: 'Raum zum Atmen.',
    heroText: (name) => `${name} unterrichtet Yoga für Körper, wie sie sind. Matte ausrollen, Play drücken, aufhören, wann Sie möchten.`,
    about: (name) => `<p>Bei ${name} wird niemand in ein Bild hineinkorrigiert. Wir üben langsam, mit dem Atem, und das letzte Wort hat der eigene Körper.</p>`,
  },
  'tutoring-centre': {
    label: 'Nachhilfe',
    hint: 'Kurse nach Fächern geordnet, mit Arbeitsblättern und Lehrkräften, die sagen, was sie unterrichten.',
    exampleCourse: 'Alles vor der Algebra',
    tagline: 'Nachhilfe, Fach für Fach.',
    heroTitle: 'Ab hier ergibt es Sinn.',
    heroText: (name) => `${name} erklärt einen Schritt nach dem anderen, mit Arbeitsblättern zum Ausprobieren, bis der nächste leichtfällt.`,
    about: (name) => `<p>${name} gibt Nachhilfe. Wir suchen den Schritt, der gefehlt hat, unterrichten zuerst diesen und gehen erst dann weiter.</p>`,
  },
  'coaching-marketplace': {
    label: 'Coaching-Praxis',
    hint: 'Coaches mit Profil, Honorar und Erfahrung, und die Programme, die sie leiten.',
    exampleCourse: 'Die ersten neunzig Tage',
    tagline: 'Coaches, die die Arbeit selbst gemacht haben.',
    heroTitle: 'Finden Sie jemanden, der schon dort war.',
    heroText: (name) => `Bei ${name} begleiten alle, was sie selbst beruflich gemacht haben. Lesen Sie, was sie von sich sagen, und wählen Sie dann.`,
    about: (name) => `<p>${name} bringt Menschen mit Coaches aus dem eigenen Fach zusammen. Jedes Profil sagt, was jemand gemacht hat, wie lange, und was eine Stunde kostet.</p>`,
  },
  'creator-academy': {
    label: 'Creator-Akademie',
    hint: 'Kurse für alle, die produzieren und selbst machen: dunkel zuerst, mit Wellenformen als Bildern.',
    exampleCourse: 'Den Track fertig machen',
    tagline: 'Kurse von Leuten, die veröffentlichen, was sie machen.',
    heroTitle: 'Machen Sie fertig, was Sie anfangen.',
    heroText: (name) => `${name} lehrt an echten Projekten: die Session, die Fehler und die Fassung, die hinausging.`,
    about: (name) => `<p>Hinter ${name} stehen Menschen, die etwas machen und es veröffentlichen. Am Ende jedes Kurses steht etwas, das Ihnen gehört.</p>`,
  },
}
