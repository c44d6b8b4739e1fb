import { newBlock, startingPage, translated, type SchoolWords } from '#modules/storefront/index.ts'
import type { Block } from '#modules/storefront/blocks/blocks.schema.ts'
import type { SeedSchool } from '../../../../db/seeds/seed-content.ts'

type Layouts = { schedule: Block<'schedule'>['layout']; products: Block<'products'>['layout']; voices: Block<'testimonials'>['layout']; notice: Block<'text'>['layout']; contact: Block<'contact'>['layout'] }

/** How each kind of school lays out what its owner added. */
const layouts: Record<SeedSchool['preset'], Layouts> = {
  'music-school': { schedule: 'week', products: 'shelf', voices: 'columns', notice: 'narrow', contact: 'beside' },
  'yoga-studio': { schedule: 'days', products: 'shelf', voices: 'single', notice: 'narrow', contact: 'centred' },
  'tutoring-centre': { schedule: 'week', products: 'shelf', voices: 'columns', notice: 'columns', contact: 'beside' },
  'coaching-marketplace': { schedule: 'days', products: 'shelf', voices: 'rows', notice: 'band', contact: 'beside' },
  'creator-academy': { schedule: 'days', products: 'tracks', voices: 'rows', notice: 'band', contact: 'beside' },
}

/** What a demo school says of itself. */
export function wordsOf({ preset, heroTitle, heroText, about }: SeedSchool): SchoolWords {
  return { preset, heroTitle, heroText, aboutHtml: about }
}

/** The first page of a demo school: what its kind begins with, and what its owner would have added by now. */
export function seedPage(school: SeedSchool): Block[] {
  const begun = startingPage(wordsOf(school))
  const { schedule, voices, notice, contact } = layouts[school.preset]
  const more = [
    ...(school.notice ? [{ ...newBlock('text', 'notice'), layout: notice, ...school.notice } as Block] : []),
    ...(school.voices ? [{ ...newBlock('testimonials', 'voices'), layout: voices, items: numbered(school.voices) } as Block] : []),
    { ...newBlock('contact', 'contact'), layout: contact } as Block,
  ]
  const products = school.products ? [{ ...newBlock('products', 'products'), layout: layouts[school.preset].products } as Block] : []
  const timetable = school.timetable ? [{ ...newBlock('schedule', 'timetable'), layout: schedule, text: school.timetable.text, items: numbered(school.timetable.rows) } as Block] : []
  // What is for sale stands together.
  const blocks = [...begun.flatMap((block) => (block.kind === 'courses' ? [block, ...products, ...timetable] : [block])), ...more]
  return blocks.map((block) => (school.german ? inGerman(block, school.german) : block))
}

function numbered<Entry extends object>(entries: readonly Entry[]): (Entry & { id: string; translations: object })[] {
  return entries.map((entry, index) => ({ ...entry, id: String(index + 1), translations: {} }))
}

function inGerman(block: Block, { heroTitle, heroText, about, voices, timetable }: NonNullable<SeedSchool['german']>): Block {
  switch (block.kind) {
    case 'hero':
      return translated(block, 'de', { title: heroTitle, text: heroText, pictureAlt: '' })
    case 'about':
      return translated(block, 'de', { title: '', html: about, pictureAlt: '' })
    case 'schedule':
      return { ...translated(block, 'de', { title: '', text: timetable?.text ?? '' }), items: block.items.map((item, index) => translated(item, 'de', { who: '', ...timetable?.rows[index] })) }
    case 'testimonials':
      return { ...block, items: block.items.map((item, index) => translated(item, 'de', voices[index] ?? {})) }
    default:
      return block
  }
}
