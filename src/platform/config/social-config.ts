import { z } from 'zod'

const text = z.string().trim().min(1)

/** The settings of signing in with an account elsewhere. Each needs its id and its secret. */
export const socialSettings = {
  GOOGLE_CLIENT_ID: text.optional(),
  GOOGLE_CLIENT_SECRET: text.optional(),
  MICROSOFT_CLIENT_ID: text.optional(),
  MICROSOFT_CLIENT_SECRET: text.optional(),
  MICROSOFT_TENANT: text.optional(),
  APPLE_CLIENT_ID: text.optional(),
  APPLE_CLIENT_SECRET: text.optional(),
  GITHUB_CLIENT_ID: text.optional(),
  GITHUB_CLIENT_SECRET: text.optional(),
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: text.optional(),
  OIDC_CLIENT_SECRET: text.optional(),
  OIDC_NAME: text.optional(),
}

type Read = z.infer<z.ZodObject<typeof socialSettings>>

const known = [
  { id: 'google', name: 'Google', key: 'GOOGLE' },
  { id: 'microsoft', name: 'Microsoft', key: 'MICROSOFT' },
  { id: 'apple', name: 'Apple', key: 'APPLE' },
  { id: 'github', name: 'GitHub', key: 'GITHUB' },
  { id: 'oidc', name: '', key: 'OIDC' },
] as const

/** Who vouches for people: a provider that its keys are set for. */
export interface SocialProvider {
  id: (typeof known)[number]['id']
  /** As its button names it. */
  name: string
  clientId: string
  clientSecret: string
  /** Of OpenID Connect by its own address; undefined for those that are known by name. */
  issuer?: string
  /** Of Microsoft: whose accounts may sign in; undefined for all. */
  tenant?: string
}

/** What is wrong with these settings, each in a sentence. */
export function socialFaults(read: Read): string[] {
  const halves = known.flatMap(({ key }) => {
    const names = [`${key}_CLIENT_ID`, `${key}_CLIENT_SECRET`, ...(key === 'OIDC' ? ['OIDC_ISSUER'] : [])]
    const set = names.filter((name) => read[name as keyof Read] !== undefined)
    return set.length > 0 && set.length < names.length ? [`${names.filter((name) => !set.includes(name)).join(', ')}: missing, while ${set.join(', ')} ${set.length === 1 ? 'is' : 'are'} set`] : []
  })
  const lost = (['MICROSOFT_TENANT', 'OIDC_NAME'] as const).filter((name) => read[name] !== undefined && read[`${name.split('_')[0]}_CLIENT_ID` as keyof Read] === undefined)
  return [...halves, ...lost.map((name) => `${name}: is set without ${name.split('_')[0]}_CLIENT_ID`)]
}

/** Those whose keys are set, in the order of their buttons. */
export function readSocial(read: Read): SocialProvider[] {
  return known.flatMap(({ id, name, key }) => {
    const [clientId, clientSecret] = [read[`${key}_CLIENT_ID`], read[`${key}_CLIENT_SECRET`]]
    if (!clientId || !clientSecret || (key === 'OIDC' && !read.OIDC_ISSUER)) return []
    return [{
      id,
      name: name || read.OIDC_NAME || new URL(read.OIDC_ISSUER ?? '').host,
      clientId,
      clientSecret,
      ...(key === 'OIDC' && read.OIDC_ISSUER ? { issuer: read.OIDC_ISSUER.replace(/\/$/, '') } : {}),
      ...(key === 'MICROSOFT' && read.MICROSOFT_TENANT ? { tenant: read.MICROSOFT_TENANT } : {}),
    }]
  })
}
