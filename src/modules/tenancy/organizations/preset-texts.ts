import { presetOf, type Preset } from '../presets/presets.schema.ts'

/** What a new school begins with until the school says it in its own words and dress. */
export interface PresetTexts {
  tagline: string
  heroTitle: string
  heroText: string
  about: string
  brandColour: string
  typePair: string
  look: string
}

type Words = Pick<PresetTexts, 'tagline' | 'heroTitle' | 'heroText' | 'about'>

const words: Record<Preset, (name: string) => Words> = {
  'music-school': (name) => ({
    tagline: 'Music lessons and courses to practise with.',
    heroTitle: 'Learn to play, a little every day.',
    heroText: `${name} teaches beginners and returners, in person and by courses that you can slow down, loop and take at your own pace.`,
    about: `<p>${escapeHtml(name)} is a music school. We teach the way we would have liked to be taught: slowly, by ear and by hand, with music worth playing from the first week.</p>`,
  }),
  'yoga-studio': (name) => ({
    tagline: 'Yoga to practise at home, at your own pace.',
    heroTitle: 'Room to breathe.',
    heroText: `${name} teaches yoga for bodies as they are. Unroll a mat, press play, and stop whenever you like.`,
    about: `<p>At ${escapeHtml(name)} nobody is corrected into a picture. We practise slowly, with the breath, and leave the last word to your own body.</p>`,
  }),
  'tutoring-centre': (name) => ({
    tagline: 'Tutoring, subject by subject.',
    heroTitle: 'It makes sense from here.',
    heroText: `${name} explains one step at a time, with worksheets to try it on, until the next step is easy.`,
    about: `<p>${escapeHtml(name)} is a tutoring centre. We find the step that was missed, teach that one first, and only then go on.</p>`,
  }),
  'coaching-marketplace': (name) => ({
    tagline: 'Coaches who have done the work themselves.',
    heroTitle: 'Find someone who has been there.',
    heroText: `Everybody at ${name} coaches what they did for a living. Read what they say of themselves, then choose.`,
    about: `<p>${escapeHtml(name)} brings people together with coaches of their own trade. Each profile says what somebody did, for how long, and what an hour costs.</p>`,
  }),
  'creator-academy': (name) => ({
    tagline: 'Classes by people who release what they make.',
    heroTitle: 'Finish what you start.',
    heroText: `${name} teaches by opening real projects: the session, the mistakes, and the version that went out.`,
    about: `<p>${escapeHtml(name)} is run by people who make things and publish them. Every class ends with something that is yours.</p>`,
  }),
}

/** The first texts and the first dress of a school of this kind. */
export function presetTexts(preset: Preset, name: string): PresetTexts {
  const { brandColour, typePair, look } = presetOf(preset).dress
  return { ...words[preset](name), brandColour, typePair, look }
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
