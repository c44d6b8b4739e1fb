import type { Preset } from './organization.schema.ts'

/** What a new school's pages say until the school says it in its own words. */
export interface PresetTexts {
  tagline: string
  heroTitle: string
  heroText: string
  about: string
  brandColour: string
}

const texts: Record<Preset, (name: string) => PresetTexts> = {
  'music-school': (name) => ({
    tagline: 'Music lessons and courses to practise with.',
    heroTitle: 'Learn to play, a little every day.',
    heroText: `${name} teaches beginners and returners, in person and by courses that you can slow down, loop and take at your own pace.`,
    about: `<p>${escapeHtml(name)} is a music school. We teach the way we would have liked to be taught: slowly, by ear and by hand, with music worth playing from the first week.</p>`,
    brandColour: '#96372f',
  }),
  'yoga-studio': (name) => plain(name, 'Room to breathe.', '#5f7a61'),
  'tutoring-centre': (name) => plain(name, 'It makes sense from here.', '#b3541e'),
  'coaching-marketplace': (name) => plain(name, 'Find someone who has been there.', '#2f5d8a'),
  'creator-academy': (name) => plain(name, 'Make it yours.', '#6a4bc4'),
}

/** The first texts and colour of a school of this kind. */
export function presetTexts(preset: Preset, name: string): PresetTexts {
  return texts[preset](name)
}

function plain(name: string, heroTitle: string, brandColour: string): PresetTexts {
  return { tagline: '', heroTitle, heroText: '', about: `<p>${escapeHtml(name)}</p>`, brandColour }
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
