import { v7 } from 'uuid'
import type { OidcEmulator } from '../../emulators/oidc/start-oidc-emulator.ts'

/** The keys of an application at the emulator, for the settings of the program that stands for it. */
export const elsewhereSecret = 'a secret of the application'

/** The settings by which a program offers an emulated provider. */
export function elsewhereSettings(issuer: string): Record<string, string> {
  return { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: 'cove', OIDC_CLIENT_SECRET: elsewhereSecret, OIDC_NAME: 'Emulated' }
}

/** What the emulator has to know of that program. @param home scheme, host and port of the installation */
export function elsewhereClient(home: string): { id: string; secret: string; redirectUris: string[] } {
  return { id: 'cove', secret: elsewhereSecret, redirectUris: [`${home}/api/auth/callback/oidc`] }
}

/** Somebody with an account at the emulator. */
export interface Somebody {
  sub: string
  email: string
}

/** Makes somebody who has an account at the emulator. */
export function personAt(provider: Pick<OidcEmulator, 'people'>, more: { emailVerified?: boolean; email?: string; name?: string } = {}): Somebody {
  const sub = v7()
  const person = { sub, email: more.email ?? `${sub.slice(-10)}@test.example`, emailVerified: more.emailVerified ?? true, name: more.name ?? 'Mei' }
  provider.people.push(person)
  return person
}

/**
 * Says yes at the emulator, as somebody's press there does, or no.
 *
 * @param begun where the program led the browser to
 * @returns where the emulator leads it back to
 */
export async function answerAt(begun: string, person: Somebody | null): Promise<string> {
  const question = new URL(begun)
  const form = new URLSearchParams([...question.searchParams, ['person', person?.sub ?? '']])
  const answer = await fetch(`${question.origin}/authorize`, { method: 'POST', body: form, redirect: 'manual' })
  return answer.headers.get('location') ?? ''
}
