import { z } from 'zod'
import { domainWords } from '../ui/words/domain-words.ts'

/** A school has this many domains at most; each costs look-ups every hour. */
export const domainsMax = 10

/** Where proof is looked for: before the domain itself, so that it needs no change to what the domain serves. */
export const recordName = (host: string): string => `_coursecove.${host}`

/** What the TXT record must hold. */
export const recordValue = (challenge: string): string => `coursecove-domain=${challenge}`

const hostPattern = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/

/** Reads what people paste: with https:// before it, with a path behind it, in their own letters. */
function hostOf(typed: string): string {
  const bare = typed.trim().replace(/^[a-z]+:\/\//i, '').replace(/[/?#].*$/, '').replace(/\.$/, '')
  return URL.canParse(`http://${bare}`) ? new URL(`http://${bare}`).hostname : bare.toLowerCase()
}

export const addDomainForm = z.object({
  host: z
    .string()
    .trim()
    .min(1, { error: () => domainWords().typeDomain })
    .max(300, { error: () => domainWords().tooLong })
    .transform(hostOf)
    .pipe(z.string().max(253, { error: () => domainWords().tooLong }).regex(hostPattern, { error: () => domainWords().noDomainName })),
})
