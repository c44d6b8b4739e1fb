import { presetOf, presets, type Preset } from '#modules/tenancy/presets/presets.schema.ts'
import { brandTokens } from '#ui/brand/brand-tokens.ts'
import { css } from '#ui/brand/contrast.ts'
import { neutralsOf } from '#ui/brand/faces.ts'

/** The colours of each kind's small drawing, as CSS. Computed on the server: the browser need not know how colours are made. */
export function presetTones(): Record<Preset, Record<string, string>> {
  return Object.fromEntries(presets.map(({ value }) => [value, tonesOf(value)])) as Record<Preset, Record<string, string>>
}

function tonesOf(preset: Preset): Record<string, string> {
  const { dress } = presetOf(preset)
  const theme = dress.look === 'dark' ? 'dark' : 'light'
  const grounds = neutralsOf(dress.face, theme)
  const { brand, 'brand-tint': tint } = brandTokens(dress.brandColour, theme, grounds)
  return { '--m-brand': css(brand), '--m-tint': css(tint), '--m-ink': css(grounds.ink), '--m-paper': css(grounds.paper) }
}
