import { z } from 'zod'
import { embedWords } from './words/embed-words.ts'

/** A school names this many other sites at most: all stand in a header of each page that they may frame. */
export const embedOriginsMax = 20

const origin = /^https?:\/\/[a-z0-9.-]+(:\d{1,5})?$/

/**
 * Reads what people paste: with a path behind it, without https:// before it, in their own letters.
 *
 * @returns null for what is no address of a site
 */
export function originOf(typed: string): string | null {
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`
  if (!URL.canParse(whole)) return null
  const read = new URL(whole)
  const isPlain = read.hostname.includes('.') || read.hostname === 'localhost'
  return isPlain && origin.test(read.origin) ? read.origin : null
}

/** Sites, one on a line. A line that is none is named. */
export const embedOriginsForm = z.object({
  sites: z
    .string()
    .max(5000, { error: () => embedWords().tooLong })
    .transform((typed) => typed.split(/[\s,]+/).filter(Boolean))
    .superRefine((sites, { addIssue }) => {
      const wrong = sites.find((site) => !originOf(site))
      if (wrong) addIssue(embedWords().noSite(wrong))
      if (new Set(sites.map(originOf)).size > embedOriginsMax) addIssue(embedWords().tooMany(embedOriginsMax))
    })
    .transform((sites) => [...new Set(sites.flatMap((site) => originOf(site) ?? []))].sort()),
})
