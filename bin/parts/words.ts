import { globSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { languages } from '../../src/platform/i18n/languages.ts'

// Every catalogue, with the number of words it holds. The types see to it that a language has all of them; this sees
// to it that each is said, and in that language.
type Words = { [name: string]: string | Words | ((...values: unknown[]) => string) }

const faults: string[] = []
let examined = 0

/** The same in both languages, because it is a name or a word of both. */
const sameInBoth = new Set(['Studio', 'Video', 'Audio', 'Text', 'PDF', 'Name', 'Code', 'Link', 'E-Mail', 'Download'])

function said(word: Words[string] | undefined): string {
  return typeof word === 'function' ? String(word(3, 3, 3)) : typeof word === 'string' ? word : ''
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
  for (const name of Object.keys(other)) if (!(name in english)) faults.push(`${place}: ${name} is no word of the English catalogue`)
}

const catalogues = globSync('src/**/words/*/en.ts').map((file) => dirname(file))
for (const folder of catalogues) {
  const read = async (language: string) => ((await import(resolve(join(folder, `${language}.ts`)))) as Record<string, Words>)[language] ?? {}
  const english = await read('en')
  for (const language of languages) if (language !== 'en') compare(`${folder} ${basename(language)}`, english, await read(language).catch(() => ({})))
}

for (const fault of faults) console.error(fault)
console.log(`${examined} words in ${catalogues.length} catalogues examined in ${languages.length} languages`)
process.exit(faults.length > 0 ? 1 : 0)
