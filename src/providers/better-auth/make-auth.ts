import { createHmac } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { magicLink } from 'better-auth/plugins/magic-link'
import type { Pool } from 'pg'
import type { Config } from '#platform/config/config.ts'
import type { SocialProvider } from '#platform/config/social-config.ts'
import type { Ids } from '#platform/ids/ids.ts'
import { log } from '#platform/log/log.ts'
import { addressHeader } from './auth-headers.ts'
import { confirmAddress } from './confirm-address.ts'
import { passkeysOf } from './passkeys.ts'
import { pendingSecondStep, secondFactor } from './second-step.ts'
import { lookAtProof, ownIssuer, provenWithoutTokens, socialProvidersOf } from './social-rules.ts'

export const passwordLengthMin = 10
export const sessionDays = 30

/** What Better Auth is made from. */
export interface AuthGround {
  config: Pick<Config, 'appSecret' | 'scheme' | 'baseDomain' | 'social'>
  /** The pool of the `auth` login, whose search_path is `better_auth`. */
  pool: Pool
  ids: Ids
}

export type Auth = ReturnType<typeof makeAuth>

/**
 * Better Auth as we use it: accounts, passwords, sessions and links; pages, mails and limits are our own.
 *
 * @param issuers providers by discovery, which are asked when it begins: only for who speaks to them
 */
export function makeAuth({ config, pool, ids }: AuthGround, issuers: readonly SocialProvider[] = []) {
  const installation = `${config.scheme}://${config.baseDomain}`
  return betterAuth({
    baseURL: installation,
    basePath: '/api/auth',
    secret: createHmac('sha256', config.appSecret).update('sessions of the built-in identity').digest('base64url'),
    database: pool,
    trustedOrigins: [installation, `${config.scheme}://*.${config.baseDomain}`],
    emailAndPassword: { enabled: true, requireEmailVerification: true, minPasswordLength: passwordLengthMin, maxPasswordLength: 200 },
    // No cookie cache: a session that was ended must be over with the next request. No sliding refresh either: reading
    // who is signed in writes nothing.
    session: { expiresIn: sessionDays * 86_400, disableSessionRefresh: true, cookieCache: { enabled: false }, freshAge: 0 },
    socialProviders: socialProvidersOf(config.social),
    // By a proven address alone, on both sides: else who types another's address at a provider would open their account.
    // Who is signed in may link an account with another address: they have shown both.
    account: { accountLinking: { enabled: true, trustedProviders: [], allowDifferentEmails: true, requireLocalEmailVerified: true } },
    databaseHooks: provenWithoutTokens,
    onAPIError: { errorURL: `${installation}/sign-in` },
    verification: { storeIdentifier: 'hashed' },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    plugins: [
      confirmAddress({ errorUrl: `${installation}/verify?state=used` }),
      magicLink({
        // Links are made by createSignInLink and go out by our own mail; this way in is closed.
        sendMagicLink: () => {
          throw new Error('sign-in links are made by createSignInLink')
        },
      }),
      secondFactor({ pageUrl: `${installation}/second-step` }),
      pendingSecondStep(),
      ownIssuer(issuers),
      lookAtProof(),
      passkeysOf({ installation }),
    ],
    advanced: {
      cookiePrefix: 'cove',
      // Said out loud: under NODE_ENV=test the library would leave these checks out, and the tests would test nothing.
      disableOriginCheck: false,
      disableCSRFCheck: false,
      useSecureCookies: config.scheme === 'https',
      crossSubDomainCookies: { enabled: true, domain: config.baseDomain.replace(/:\d+$/, '') },
      ipAddress: { ipAddressHeaders: [addressHeader] },
      database: { generateId: () => ids.next(), validateSchema: false },
    },
    logger: { level: 'error', log: (level, message) => log[level === 'error' ? 'error' : 'warn']({ from: 'better-auth' }, message) },
  })
}
