import type { Emulator } from './emulator.ts'

/**
 * Where a person may be sent back to: under the cookie domain, to an origin that was allowed by name,
 * or to the portal itself.
 * @returns null for any other address, so that the portal leads nobody astray
 */
export function allowedReturn(emulator: Emulator, address: string | undefined): URL | null {
  if (!address) return new URL('/', emulator.publicUrl)
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
  const { cookieDomain, allowedOrigins } = emulator.settings
  const isUnderDomain = cookieDomain !== null && (url.hostname === cookieDomain || url.hostname.endsWith(`.${cookieDomain}`))
  const isNamed = [...allowedOrigins, new URL(emulator.publicUrl).origin].includes(url.origin)
  return isUnderDomain || isNamed ? url : null
}

/** Origins that a form of the portal may end at; browsers check each step of the way back. */
export function returnTargets(emulator: Emulator): string[] {
  const { cookieDomain, allowedOrigins } = emulator.settings
  const under = cookieDomain ? ['http', 'https'].flatMap((scheme) => [`${scheme}://${cookieDomain}:*`, `${scheme}://*.${cookieDomain}:*`]) : []
  return [...under, ...allowedOrigins]
}
