import type { Block, BlockKind } from '#modules/storefront/blocks/blocks.schema.ts'
import { kindWordsOf } from '#modules/catalog/ui/words/kind-words.ts'
import { productWords } from '#modules/catalog/ui/words/product-words.ts'
import { storefrontWords } from '../../words/storefront-words.ts'

/** The parts of a page that links lead to keep a name that people can read in an address. */
const anchorNames: Partial<Record<BlockKind, string>> = { people: 'teachers', schedule: 'timetable' }

/** The id of each block in the page: its kind, and a number from the second of a kind on. */
export function anchorsOf(blocks: readonly Pick<Block, 'kind'>[]): string[] {
  const counts = new Map<BlockKind, number>()
  return blocks.map(({ kind }) => {
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    const name = anchorNames[kind] ?? kind
    return count === 1 ? name : `${name}-${count}`
  })
}

/** What a heading says where the school left it empty. */
export function headingOf(block: Block, facts: { schoolName: string; preset: string; courseCount: number; peopleCount: number }): string {
  if (block.title) return block.title
  const words = storefrontWords()
  const kind = kindWordsOf(facts.preset)
  switch (block.kind) {
    case 'hero':
      return facts.schoolName
    case 'about':
      return words.about(facts.schoolName)
    case 'courses':
      return facts.courseCount === 1 ? kind.theCourse : kind.courses
    case 'products':
      return productWords().products
    case 'people':
      return facts.peopleCount === 1 ? kind.yourTeacher : kind.teachers
    case 'schedule':
      return kind.timetable
    case 'testimonials':
      return words.voices
    case 'contact':
      return words.writeTo(facts.schoolName)
    case 'embed':
      return words.watchAndListen
    case 'text':
    case 'gallery':
      return ''
  }
}
