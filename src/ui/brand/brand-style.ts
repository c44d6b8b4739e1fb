import { brandTokens, declarations } from './brand-tokens.ts'
import { typeDeclarations } from './type-pairs.ts'

/**
 * The text of a `<style>` element that dresses everything inside `[data-tenant]` in a school's colour,
 * in light and dark, and in its typefaces. Built from numbers and our own words alone, so nothing of the given text can
 * reach the page.
 * @param brand any CSS colour
 * @param typePair a key of `typePairs`
 * @example <style nonce={nonce}>{brandStyle('#96372f')}</style>
 */
export function brandStyle(brand: string, typePair = 'fraunces'): string {
  const light = declarations(brandTokens(brand, 'light'))
  const dark = declarations(brandTokens(brand, 'dark'))

  return [
    `[data-tenant]{${light};${typeDeclarations(typePair)}}`,
    `[data-theme=dark] [data-tenant],[data-tenant][data-theme=dark]{${dark}}`,
    `@media(prefers-color-scheme:dark){:root:not([data-theme]) [data-tenant],[data-tenant]:root:not([data-theme]){${dark}}}`,
  ].join('')
}
