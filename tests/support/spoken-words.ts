import { globSync } from 'node:fs'
import { dirname } from 'node:path'
import { readCatalogue, type Words } from '../../bin/parts/read-catalogue.ts'
import { findAll, type PageElement } from '../edge/read-page.ts'

/** What English says in any catalogue and German does not: whole sentences and words, without those that take values. */
export async function onlyEnglishWords(): Promise<Set<string>> {
  const [english, german] = [await everyWord('en'), await everyWord('de')]
  return new Set([...english].filter((word) => !german.has(word)))
}

async function everyWord(language: 'en' | 'de'): Promise<Set<string>> {
  const said = new Set<string>()
  const hear = (words: Words) => {
    for (const word of Object.values(words)) {
      if (typeof word === 'string') said.add(word)
      if (typeof word === 'object') hear(word)
    }
  }
  for (const file of globSync(`src/**/words/*/${language}.ts`)) hear(await readCatalogue(dirname(file), language))
  return said
}

const spokenAttributes = ['aria-label', 'alt', 'placeholder', 'title', 'label']

/** Every piece of text on a page, and every attribute that is read out or shown. */
export function piecesOf(page: PageElement): string[] {
  return findAll(page, () => true).flatMap(({ children, attributes }) => [
    ...children.filter((child) => typeof child === 'string').map((text) => text.replace(/\s+/g, ' ').trim()),
    ...spokenAttributes.map((name) => attributes[name] ?? ''),
  ]).filter(Boolean)
}
