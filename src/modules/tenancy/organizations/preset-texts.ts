import { presetOf, type Preset } from '../presets/presets.schema.ts'
import { presetWords } from '../ui/words/preset-words.ts'

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

/** The first texts and the first dress of a school of this kind, in the language of whoever opens it. */
export function presetTexts(preset: Preset, name: string): PresetTexts {
  const { brandColour, typePair, look } = presetOf(preset).dress
  const { tagline, heroTitle, heroText, about } = presetWords()[preset]
  return { tagline, heroTitle, heroText: heroText(name), about: about(escapeHtml(name)), brandColour, typePair, look }
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
