import { createHash } from 'node:crypto'
import { machineSeconds, type Emulator } from '../emulator.ts'
import { publishableKey } from '../signing-keys.ts'
import { mintToken } from '../session-token.ts'
import { DEV_BROWSER, devBrowserOf, isDevelopment, type Visitor } from './visitor.ts'

const YEAR = 'Max-Age=31536000'

/** What Clerk adds to the names of its cookies, so that two instances on one domain keep apart. */
export function cookieSuffix(emulator: Emulator): string {
  const key = publishableKey(emulator.issuer, emulator.settings.secretKey)
  return createHash('sha1').update(key).digest('base64').replaceAll('+', '-').replaceAll('/', '_').slice(0, 8)
}

/** When somebody last signed in in this browser, in seconds; '0' for nobody. Never later than a token made now. */
export function clientUat(emulator: Emulator, visitor: Visitor | null): string {
  return visitor?.session ? String(Math.min(visitor.client.signedInAt, machineSeconds(emulator))) : '0'
}

/** The cookie that all applications under the domain see; a live instance sets it itself, in a development one clerk-js does. */
export function clientUatLines(emulator: Emulator, visitor: Visitor | null, names = ['__client_uat', `__client_uat_${cookieSuffix(emulator)}`]): string[] {
  return names.map((name) => `${name}=${clientUat(emulator, visitor)}; Path=/; ${YEAR}; SameSite=Lax${domainOf(emulator)}${secure(emulator)}`)
}

/** The lines that a handshake hands to the application: who is here, by cookies of the application's own host. */
export function handshakeLines(emulator: Emulator, visitor: Visitor | null, wish: { origin: string; isSuffixed: boolean }): string[] {
  const both = (name: string) => (wish.isSuffixed ? [name, `${name}_${cookieSuffix(emulator)}`] : [name])
  const rest = `Path=/; SameSite=Lax${secure(emulator)}`
  const token = visitor?.session ? mintToken(emulator, visitor.session, { azp: wish.origin }) : null
  return [
    ...(isDevelopment(emulator) && visitor ? both(DEV_BROWSER).map((name) => `${name}=${devBrowserOf(visitor.client)}; ${rest}; ${YEAR}`) : []),
    ...clientUatLines(emulator, visitor, both('__client_uat')),
    ...both('__session').map((name) => (token ? `${name}=${token}; ${rest}; ${YEAR}` : `${name}=; ${rest}; Max-Age=0`)),
  ]
}

export function domainOf({ settings }: Emulator): string {
  return settings.cookieDomain ? `; Domain=${settings.cookieDomain}` : ''
}

export function secure(emulator: Emulator): string {
  return emulator.publicUrl.startsWith('https:') ? '; Secure' : ''
}
