import { z } from 'zod'

const text = z.string().trim().min(1)
// Clerk's own quick start writes paths here; an absolute address is a page elsewhere.
const address = text.refine((value) => value.startsWith('/') || URL.canParse(value), 'must be a path like /sign-in or a full address')

/** The settings of Clerk, under the names that Clerk's own guides use. */
export const clerkSettings = {
  CLERK_SECRET_KEY: text.optional(),
  NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: text.optional(),
  PUBLIC_CLERK_PUBLISHABLE_KEY: text.optional(),
  CLERK_WEBHOOK_SECRET: text.optional(),
  CLERK_WEBHOOK_SIGNING_SECRET: text.optional(),
  CLERK_JWT_KEY: text.optional(),
  CLERK_API_URL: z.url().optional(),
  CLERK_RATE_LIMIT: z.coerce.number().int().min(1).max(100_000).optional(),
  NEXT_PUBLIC_CLERK_PROXY_URL: z.url().optional(),
  CLERK_PROXY_URL: z.url().optional(),
  NEXT_PUBLIC_CLERK_SIGN_IN_URL: address.optional(),
  NEXT_PUBLIC_CLERK_SIGN_UP_URL: address.optional(),
  NEXT_PUBLIC_CLERK_AFTER_SIGN_IN_URL: address.optional(),
  NEXT_PUBLIC_CLERK_AFTER_SIGN_UP_URL: address.optional(),
}

/** What a walk takes of the rate limit; the rest is for people who sign in meanwhile. */
const usedShare = 0.9

type Read = z.infer<z.ZodObject<typeof clerkSettings>>

/** Clerk as identity provider. */
export interface ClerkConfig {
  secretKey: string
  publishableKey: string
  /** The host of Clerk's Frontend API, that the publishable key names. */
  frontendHost: string
  /** Where browsers reach the Frontend API and Clerk's scripts: that host, or a proxy before it. */
  frontendUrl: string
  proxyUrl: string | undefined
  /** Whether the keys are of a development instance, whose site is another than ours. */
  isDevelopment: boolean
  /** All that are valid now: several while one takes over from another. Empty, and webhooks are not taken. */
  webhookSecrets: string[]
  /** The public key of session tokens in PEM: with it no session check needs the network. */
  jwtKey: string | undefined
  apiUrl: string | undefined
  /** How many calls in ten seconds a walk may make: below Clerk's limit, so that signing in has room beside it. */
  callsInTenSeconds: number
  /** Pages elsewhere; null for the components on our own pages. */
  signInUrl: string | null
  signUpUrl: string | null
  /** Where people land who were on the way to nowhere. */
  afterSignInUrl: string | null
  afterSignUpUrl: string | null
}

/** What is wrong with the settings of Clerk, each in a sentence. */
export function clerkFaults(read: Read): string[] {
  const publishableKey = publishableKeyOf(read)
  if (!read.CLERK_SECRET_KEY && !publishableKey) return []
  if (!read.CLERK_SECRET_KEY) return ['CLERK_SECRET_KEY: is missing, and the publishable key of Clerk is set. Set both for Clerk, or neither for the built-in accounts']
  if (!publishableKey) return ['NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: is missing, and CLERK_SECRET_KEY is set. Set both for Clerk, or neither for the built-in accounts']

  const faults = hostOf(publishableKey) ? [] : ['NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: is no publishable key of Clerk, which begins with pk_test_ or pk_live_']
  const areOfOneInstance = /^sk_live_/.test(read.CLERK_SECRET_KEY) === /^pk_live_/.test(publishableKey)
  if (!areOfOneInstance) faults.push('CLERK_SECRET_KEY: is of a live instance and the publishable key of a test one, or the other way round')
  if (webhookSecretsOf(read).some((secret) => !/^whsec_[\w+/=-]+$/.test(secret))) faults.push('CLERK_WEBHOOK_SECRET: begins with whsec_; several are parted by a space or a comma')
  if (read.CLERK_JWT_KEY && !read.CLERK_JWT_KEY.includes('BEGIN PUBLIC KEY')) faults.push('CLERK_JWT_KEY: is no public key in PEM')
  return faults
}

/** @returns null without Clerk's keys */
export function readClerk(read: Read): ClerkConfig | null {
  const publishableKey = publishableKeyOf(read)
  if (!read.CLERK_SECRET_KEY || !publishableKey) return null

  const frontendHost = hostOf(publishableKey) ?? ''
  const proxyUrl = (read.NEXT_PUBLIC_CLERK_PROXY_URL ?? read.CLERK_PROXY_URL)?.replace(/\/+$/, '')
  return {
    secretKey: read.CLERK_SECRET_KEY,
    publishableKey,
    frontendHost,
    frontendUrl: proxyUrl ?? `https://${frontendHost}`,
    proxyUrl,
    isDevelopment: publishableKey.startsWith('pk_test_'),
    webhookSecrets: webhookSecretsOf(read),
    jwtKey: read.CLERK_JWT_KEY?.replaceAll('\\n', '\n'),
    apiUrl: read.CLERK_API_URL,
    callsInTenSeconds: Math.max(1, Math.floor(limitOf(read.CLERK_RATE_LIMIT, read.CLERK_SECRET_KEY) * usedShare)),
    signInUrl: elsewhere(read.NEXT_PUBLIC_CLERK_SIGN_IN_URL),
    signUpUrl: elsewhere(read.NEXT_PUBLIC_CLERK_SIGN_UP_URL),
    afterSignInUrl: read.NEXT_PUBLIC_CLERK_AFTER_SIGN_IN_URL ?? null,
    afterSignUpUrl: read.NEXT_PUBLIC_CLERK_AFTER_SIGN_UP_URL ?? null,
  }
}

function publishableKeyOf(read: Read): string | undefined {
  return read.NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY ?? read.PUBLIC_CLERK_PUBLISHABLE_KEY
}

/** Clerk's limits for live and for test instances; another one may have been agreed on with Clerk. */
function limitOf(set: number | undefined, secretKey: string): number {
  return set ?? (secretKey.startsWith('sk_live_') ? 1000 : 100)
}

/** A publishable key is the host of the frontend API with a dollar sign, in base64. */
function hostOf(publishableKey: string): string | null {
  const encoded = /^pk_(?:test|live)_([A-Za-z0-9+/=_-]+)$/.exec(publishableKey)?.[1]
  const host = encoded ? /^([\w.-]+(?::\d+)?)\$$/.exec(Buffer.from(encoded, 'base64').toString('utf8'))?.[1] : undefined
  return host ?? null
}

function webhookSecretsOf(read: Read): string[] {
  const given = [read.CLERK_WEBHOOK_SIGNING_SECRET, read.CLERK_WEBHOOK_SECRET].flatMap((value) => value?.split(/[\s,]+/) ?? [])
  return [...new Set(given.filter(Boolean))]
}

function elsewhere(value: string | undefined): string | null {
  return value && URL.canParse(value) ? value : null
}
