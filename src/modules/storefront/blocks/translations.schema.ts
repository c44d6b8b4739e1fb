import type { Language } from '#platform/i18n/languages.ts'
import { blockTexts, entryTexts, names } from './block-texts.schema.ts'
import type { Block, BlockContent } from './blocks.schema.ts'
import type { PageHead } from './head.schema.ts'

/** A page as far as its languages go. */
export interface SpokenPage {
  blocks: readonly Block[]
  head: PageHead
  /** In which language the plain texts were written; null for pages from before that was kept. */
  language: Language | null
}

/** Anything that is said in several languages: a block, an entry of one, the head of a page. */
interface Spoken {
  translations: Partial<Record<Language, object>>
}

/**
 * In which language a page's plain texts are: the one in which they were written. A school that turned this one off
 * without ever translating the page says by it that the texts are in its own.
 *
 * @param offered the languages of the site, the school's own first
 */
export function firstLanguageOf(page: SpokenPage, offered: readonly Language[]): Language {
  const own = offered[0] ?? 'en'
  const { language } = page
  if (!language) return own
  return offered.includes(language) || speaks(page, own) ? language : own
}

/** The languages in which a page is written, its first one first. */
export function languagesOf(page: SpokenPage, offered: readonly Language[]): Language[] {
  const first = firstLanguageOf(page, offered)
  return [first, ...offered.filter((language) => language !== first)]
}

/** The page as it is read in a language: text by text the translation, and where there is none the first language's. */
export function pageIn({ blocks, head, ...page }: SpokenPage, language: Language, offered: readonly Language[]): { blocks: Block[]; head: Pick<PageHead, 'title' | 'description'> } {
  const first = firstLanguageOf({ blocks, head, ...page }, offered)
  const { title, description } = language === first ? head : saidIn(head, language)
  return { blocks: language === first ? [...blocks] : blocks.map((block) => blockIn(block, language)), head: { title, description } }
}

function blockIn(block: Block, language: Language): Block {
  const said = saidIn(block, language)
  return ('items' in said ? { ...said, items: said.items.map((item) => saidIn(item, language)) } : said) as Block
}

function saidIn<Thing extends Spoken>(thing: Thing, language: Language): Thing {
  const said = Object.entries(thing.translations[language] ?? {}).filter(([, text]) => text !== '')
  return { ...thing, ...Object.fromEntries(said) }
}

/** How many texts of a block are said in its first language and not in this one. */
export function countMissing(block: Block, language: Language): number {
  const own = missingOf(block, textsOf(block), language)
  if (!('items' in block)) return own
  const texts = Object.keys(entryTexts[block.kind].shape).filter((name) => !names.has(name))
  return block.items.reduce((count, item) => count + missingOf(item, texts, language), own)
}

/** How many of a head's texts are not said in this language. */
export function countMissingInHead(head: PageHead, language: Language): number {
  return missingOf(head, ['title', 'description'], language)
}

function missingOf(thing: Spoken, texts: readonly string[], language: Language): number {
  const own = new Map<string, unknown>(Object.entries(thing))
  const said = new Map<string, unknown>(Object.entries(thing.translations[language] ?? {}))
  return texts.filter((name) => own.get(name) && !said.get(name)).length
}

/** The names of the texts that a block has for its readers: the words of a picture that is not there are read by nobody. */
export function textsOf(block: Block): string[] {
  return Object.keys(blockTexts[block.kind].shape).filter((name) => name !== 'pictureAlt' || !('picture' in block) || block.picture !== '')
}

/** What a form of the first language holds, with the translations that stand in the block: each entry keeps its own. */
export function keepTranslations(block: Block, content: BlockContent): BlockContent {
  const { translations } = block
  if (!('items' in content) || !('items' in block)) return { ...content, translations } as BlockContent
  const known = new Map<string, Spoken>(block.items.map((item) => [entryKey(item), item]))
  return { ...content, translations, items: content.items.map((item) => ({ ...item, translations: known.get(entryKey(item))?.translations ?? {} })) } as BlockContent
}

/** What tells an entry of a list from the others, wherever it stands. */
export function entryKey(entry: { fileId: string } | { id: string }): string {
  return 'fileId' in entry ? entry.fileId : entry.id
}

/** A thing with what it says in a language; where that is nothing at all, the language is not kept. */
export function translated<Thing extends Spoken>(thing: Thing, language: Language, texts: object): Thing {
  const { [language]: _before, ...others } = thing.translations
  const isSaid = Object.values(texts).some((text) => text !== '')
  return { ...thing, translations: isSaid ? { ...others, [language]: texts } : others }
}

function speaks({ blocks, head }: SpokenPage, language: Language): boolean {
  return [head, ...blocks, ...blocks.flatMap((block): Spoken[] => ('items' in block ? block.items : []))].some(({ translations }) => translations[language])
}
