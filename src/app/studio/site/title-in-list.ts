import type { Block } from '#modules/storefront/blocks/blocks.schema.ts'
import { siteWords } from '../../words/site-words.ts'

/** What tells one block of a kind from another in a list: its heading, or how its text begins. */
export function titleInList(block: Block): string {
  const words = siteWords()
  if (block.title) return block.title
  if ('html' in block && block.html) return block.html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim().slice(0, 80)
  if (block.kind === 'schedule') return block.items.length > 0 ? words.timesAWeek(block.items.length) : ''
  if (block.kind === 'testimonials') return block.items.map(({ name }) => name).join(', ').slice(0, 80)
  if (block.kind === 'gallery') return block.items.length === 1 ? words.onePicture : words.pictures(block.items.length)
  return ''
}
