import { globSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { languages } from '../../src/platform/i18n/languages.ts'
import { readCatalogue, type Words } from './read-catalogue.ts'

// Every catalogue, with the number of words it holds. The types see to it that a language has all of them; this sees
// to it that each is said, and in that language.
const faults: string[] = []
let examined = 0

/** The same in both languages, because it is a name or a word of both. */
const sameInBoth = new Set(['Studio', 'Video', 'Audio', 'Text', 'PDF', 'Name', 'Code', 'Link', 'E-Mail', 'Download', 'Track', 'Beat', 'Status', 'Passkeys', 'Domain', 'Domains', 'Logo', 'Webhooks', 'Webhook', 'Websites', 'Position', 'Player', 'Downloads', 'Team', 'Person', 'Coupon', 'Details', 'Optional', 'Format', 'SEO', 'API', 'ID', 'CSV', 'Stripe', 'Clerk', 'Job', 'Jobs'])

/** What a language says of its words that English has no need of. */
const grammar = new Set(['gender'])

/** A number that is a noun too: words take either. */
const anything = Object.assign(Object(3) as number, { one: 'thing', many: 'things', gender: 'n' })

function said(word: Words[string] | undefined): string {
  return typeof word === 'function' ? String(word(anything, anything, anything, anything)) : typeof word === 'string' ? word : ''
}

function compare(place: string, english: Words, other: Words): void {
  for (const [name, word] of Object.entries(english)) {
    const theirs = other[name]
    if (typeof word === 'object') {
      compare(`${place} ${name}`, word, typeof theirs === 'object' ? theirs : {})
      continue
    }
    examined += 1
    const [here, there] = [said(word), said(theirs)]
    if (!there.trim()) faults.push(`${place}: ${name} is missing`)
    else if (here === there && /\p{L}{3}/u.test(here) && !sameInBoth.has(here)) faults.push(`${place}: ${name} says the same as English: ${here}`)
  }
  for (const name of Object.keys(other)) if (!(name in english) && !grammar.has(name)) faults.push(`${place}: ${name} is no word of the English catalogue`)
}

const catalogues = globSync('src/**/words/*/en.ts').map((file) => dirname(file))
for (const folder of catalogues) {
  const english = await readCatalogue(folder, 'en')
  for (const language of languages) if (language !== 'en') compare(`${folder} ${basename(language)}`, english, await readCatalogue(folder, language).catch(() => ({})))
}

for (const fault of faults) console.error(fault)
console.log(`${examined} words in ${catalogues.length} catalogues examined in ${languages.length} languages`)
process.exit(faults.length > 0 ? 1 : 0)
