import { brandTokens, defaultBrand } from '#ui/brand/brand-tokens.ts'
import { css } from '#ui/brand/contrast.ts'

const bay = '<g fill="none" stroke-width="1.8" stroke-linecap="round"><path d="M20.6 9.2a8.1 8.1 0 1 0 0 11.6"/><path d="M11.6 15.2c1.5-1.3 3-1.3 4.5 0s3 1.3 4.5 0"/></g>'

/**
 * The sign of a page in its tab, as an address that holds the drawing itself: a browser asks for nothing, where it would
 * else ask each host for a `/favicon.ico` that is not there.
 *
 * @param school whose first letter it shows in its colour; null for the installation's own sign
 */
export function pageIcon(school: { name: string; brand: string } | null): string {
  const { brand, 'on-brand': onBrand } = brandTokens(school?.brand ?? defaultBrand, 'light')
  const [letter = ''] = [...(school?.name.trim() ?? '')]
  const sign = school ? `<text x="15" y="20.7" text-anchor="middle" font-family="Georgia,serif" font-size="17" fill="${css(onBrand)}">${escape(letter.toLocaleUpperCase())}</text>` : bay.replace('<g ', `<g stroke="${css(onBrand)}" `)
  return `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 30"><circle cx="15" cy="15" r="15" fill="${css(brand)}"/>${sign}</svg>`)}`
}

/** A name may begin with anything, and the drawing must stay well-formed. */
function escape(letter: string): string {
  return letter.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
