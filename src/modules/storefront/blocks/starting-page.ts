import type { Preset } from '#modules/tenancy/presets/presets.schema.ts'
import { newBlock } from './arrange.ts'
import type { Block, BlockKind } from './blocks.schema.ts'

/** What a school says of itself before anybody arranged its first page. */
export interface SchoolWords {
  preset: string
  heroTitle: string
  heroText: string
  /** Already cleaned. */
  aboutHtml: string
}

type Begun = { [Kind in BlockKind]: { kind: Kind; layout: Block<Kind>['layout'] } }[BlockKind]

/** The order and the layouts in which each kind of school begins. What has nothing in it is not shown. */
const pages: Record<Preset, readonly Begun[]> = {
  'music-school': [{ kind: 'hero', layout: 'beside' }, { kind: 'courses', layout: 'shelf' }, { kind: 'people', layout: 'faces' }, { kind: 'about', layout: 'column' }],
  'yoga-studio': [{ kind: 'hero', layout: 'horizon' }, { kind: 'about', layout: 'statement' }, { kind: 'courses', layout: 'rows' }, { kind: 'people', layout: 'rows' }],
  'tutoring-centre': [{ kind: 'hero', layout: 'index' }, { kind: 'courses', layout: 'cells' }, { kind: 'people', layout: 'faces' }, { kind: 'about', layout: 'column' }],
  'coaching-marketplace': [{ kind: 'hero', layout: 'portraits' }, { kind: 'courses', layout: 'lead' }, { kind: 'people', layout: 'portraits' }, { kind: 'about', layout: 'column' }],
  'creator-academy': [{ kind: 'hero', layout: 'wave' }, { kind: 'courses', layout: 'tracks' }, { kind: 'about', layout: 'statement' }, { kind: 'people', layout: 'names' }],
}

/**
 * The first page of a school that nobody arranged yet: what it has, in the order of its kind. The ids are always the
 * same, so that the page may be made anew with each request until the first change keeps it.
 */
export function startingPage(words: SchoolWords): Block[] {
  const page = Object.hasOwn(pages, words.preset) ? pages[words.preset as Preset] : pages['music-school']
  const says: Partial<Record<BlockKind, object>> = {
    hero: { title: words.heroTitle, text: words.heroText },
    about: { html: words.aboutHtml },
  }
  return page.filter(({ kind }) => kind !== 'about' || words.aboutHtml !== '').map(({ kind, layout }) => ({ ...newBlock(kind, kind), layout, ...says[kind] }) as Block)
}
