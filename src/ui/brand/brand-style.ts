import { brandTokens, declarations } from './brand-tokens.ts'
import { neutralsOf, shapeDeclarations, toneDeclarations, type FaceName } from './faces.ts'
import { typeDeclarations } from './type-pairs.ts'

/**
 * The text of a `<style>` element that dresses everything inside `[data-tenant]` in a school's colour,
 * in light and dark, in its typefaces and on its grounds. Built from numbers and our own words alone, so nothing of the given text can
 * reach the page.
 * @param brand any CSS colour
 * @param typePair a key of `typePairs`
 * @param face its grounds, corners and air
 * @example <style nonce={nonce}>{brandStyle('#96372f')}</style>
 */
export function brandStyle(brand: string, typePair = 'fraunces', face: FaceName = 'warm'): string {
  const [light, dark] = (['light', 'dark'] as const).map((theme) =>
    [declarations(brandTokens(brand, theme, neutralsOf(face, theme))), toneDeclarations(face, theme)].filter(Boolean).join(';'),
  )

  return [
    `[data-tenant]{${light};${typeDeclarations(typePair)};${shapeDeclarations(face)}}`,
    `[data-theme=dark] [data-tenant],[data-tenant][data-theme=dark]{${dark}}`,
    `@media(prefers-color-scheme:dark){:root:not([data-theme]) [data-tenant],[data-tenant]:root:not([data-theme]){${dark}}}`,
  ].join('')
}
