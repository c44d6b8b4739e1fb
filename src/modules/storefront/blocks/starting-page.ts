import { newBlock } from './arrange.ts'
import type { Block } from './blocks.schema.ts'

/** What a school says of itself before anybody arranged its first page. */
export interface SchoolWords {
  preset: string
  heroTitle: string
  heroText: string
  /** Already cleaned. */
  aboutHtml: string
}

type Layouts = { hero: Block<'hero'>['layout']; courses: Block<'courses'>['layout']; people: Block<'people'>['layout']; about: Block<'about'>['layout'] }

/** How the first page of each kind of school is laid out until somebody arranges it. */
const layoutsOf: Record<string, Layouts> = {
  'yoga-studio': { hero: 'type', courses: 'rows', people: 'rows', about: 'statement' },
  'tutoring-centre': { hero: 'beside', courses: 'rows', people: 'faces', about: 'column' },
  'coaching-marketplace': { hero: 'type', courses: 'lead', people: 'rows', about: 'column' },
  'creator-academy': { hero: 'band', courses: 'lead', people: 'names', about: 'statement' },
}
const usual: Layouts = { hero: 'beside', courses: 'shelf', people: 'faces', about: 'column' }

/**
 * The first page of a school that nobody arranged yet: what it has, in an order that most begin with. The ids are
 * always the same, so that the page may be made anew with each request until the first change keeps it.
 */
export function startingPage(words: SchoolWords): Block[] {
  const layouts = layoutsOf[words.preset] ?? usual
  return [
    { ...newBlock('hero', 'hero'), layout: layouts.hero, title: words.heroTitle, text: words.heroText } as Block,
    { ...newBlock('courses', 'courses'), layout: layouts.courses } as Block,
    { ...newBlock('people', 'people'), layout: layouts.people } as Block,
    ...(words.aboutHtml ? [{ ...newBlock('about', 'about'), layout: layouts.about, html: words.aboutHtml } as Block] : []),
  ]
}
