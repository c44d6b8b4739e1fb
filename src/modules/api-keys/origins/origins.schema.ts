import { z } from 'zod'
import { keyPageWords } from '../ui/words/key-page-words.ts'

/** How many websites a school may name. */
export const originsMax = 20

/** The form of a school's websites: one origin a line. */
export const originsForm = z.object({
  origins: z.string().max(4000, { error: () => keyPageWords().under4000 }).default('').transform((text, ctx): string[] => {
    const words = keyPageWords()
    const lines = [...new Set(text.split(/\s+/).filter(Boolean).map((line) => line.replace(/\/$/, '').toLowerCase()))]
    const wrong = lines.find((line) => !isOrigin(line))
    if (wrong) ctx.addIssue({ code: 'custom', message: words.noWebsite(wrong.slice(0, 80)) })
    if (lines.length > originsMax) ctx.addIssue({ code: 'custom', message: words.mostWebsites(originsMax) })
    return lines
  }),
})

/** Scheme, host and port, as a browser sends it. Plain http only from this very machine, where people try things. */
function isOrigin(line: string): boolean {
  const url = line.length <= 300 ? URL.parse(line) : null
  if (!url || url.origin !== line) return false
  return url.protocol === 'https:' || (url.protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\]|[\w.-]+\.localhost)$/.test(url.hostname))
}
