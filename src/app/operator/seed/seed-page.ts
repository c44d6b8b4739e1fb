import { newBlock, startingPage, translated, type SchoolWords } from '#modules/storefront/index.ts'
import type { Block } from '#modules/storefront/blocks/blocks.schema.ts'
import type { SeedSchool } from '../../../../db/seeds/seed-content.ts'

type Layouts = { products: Block<'products'>['layout']; voices: Block<'testimonials'>['layout']; notice: Block<'text'>['layout']; contact: Block<'contact'>['layout'] }

/** How each kind of school lays out what its owner added. */
const layouts: Record<SeedSchool['preset'], Layouts> = {
  'music-school': { products: 'shelf', voices: 'columns', notice: 'narrow', contact: 'beside' },
  'yoga-studio': { products: 'shelf', voices: 'single', notice: 'narrow', contact: 'centred' },
  'tutoring-centre': { products: 'shelf', voices: 'columns', notice: 'columns', contact: 'beside' },
  'coaching-marketplace': { products: 'shelf', voices: 'rows', notice: 'band', contact: 'beside' },
  'creator-academy': { products: 'tracks', voices: 'rows', notice: 'band', contact: 'beside' },
}

/** What a demo school says of itself. */
export function wordsOf({ preset, heroTitle, heroText, about }: SeedSchool): SchoolWords {
  return { preset, heroTitle, heroText, aboutHtml: about }
}

/** The first page of a demo school: what its kind begins with, and what its owner would have added by now. */
export function seedPage(school: SeedSchool): Block[] {
  const begun = startingPage(wordsOf(school))
  const { voices, notice, contact } = layouts[school.preset]
  const more = [
    ...(school.notice ? [{ ...newBlock('text', 'notice'), layout: notice, ...school.notice } as Block] : []),
    ...(school.voices ? [{ ...newBlock('testimonials', 'voices'), layout: voices, items: school.voices.map((voice, index) => ({ ...voice, id: String(index + 1), translations: {} })) } as Block] : []),
    { ...newBlock('contact', 'contact'), layout: contact } as Block,
  ]
  const products = school.products ? [{ ...newBlock('products', 'products'), layout: layouts[school.preset].products } as Block] : []
  // What is for sale stands together.
  const blocks = [...begun.flatMap((block) => (block.kind === 'courses' ? [block, ...products] : [block])), ...more]
  return blocks.map((block) => (school.german ? inGerman(block, school.german) : block))
}

function inGerman(block: Block, { heroTitle, heroText, about, voices }: NonNullable<SeedSchool['german']>): Block {
  switch (block.kind) {
    case 'hero':
      return translated(block, 'de', { title: heroTitle, text: heroText, pictureAlt: '' })
    case 'about':
      return translated(block, 'de', { title: '', html: about, pictureAlt: '' })
    case 'testimonials':
      return { ...block, items: block.items.map((item, index) => translated(item, 'de', voices[index] ?? {})) }
    default:
      return block
  }
}
