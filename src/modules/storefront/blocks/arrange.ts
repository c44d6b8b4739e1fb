import { blockContents, blocksMax, type Block, type BlockContent, type BlockKind } from './blocks.schema.ts'
import type { PageHead } from './head.schema.ts'

/** A new block of a kind, with nothing in it. */
export function newBlock(kind: BlockKind, id: string): Block {
  return { id, kind, ...blockContents[kind].parse({}) } as Block
}

/** The page with a block put in after another; at the end where `after` is not there. */
export function addBlockIn(blocks: readonly Block[], block: Block, after: string | null): Block[] {
  if (blocks.length >= blocksMax) return [...blocks]
  const at = blocks.findIndex(({ id }) => id === after)
  return at < 0 ? [...blocks, block] : [...blocks.slice(0, at + 1), block, ...blocks.slice(at + 1)]
}

/** The page with a block at another place; the places are counted from 0, and those outside are the ends. */
export function moveBlockIn(blocks: readonly Block[], id: string, to: number): Block[] {
  const moved = blocks.find((block) => block.id === id)
  if (!moved) return [...blocks]
  const others = blocks.filter((block) => block !== moved)
  const at = Math.max(0, Math.min(others.length, to))
  return [...others.slice(0, at), moved, ...others.slice(at)]
}

/** The page with another content in a block; its kind and place stay. */
export function writeBlockIn(blocks: readonly Block[], id: string, content: BlockContent): Block[] {
  return blocks.map((block) => (block.id === id ? ({ ...content, id, kind: block.kind } as Block) : block))
}

/** Whether two pages are the same, block by block. */
export function isSamePage(one: readonly Block[], other: readonly Block[]): boolean {
  return JSON.stringify(one.map(sorted)) === JSON.stringify(other.map(sorted))
}

/** Whether search engines are told the same, in every language. */
export function isSameHead(one: PageHead, other: PageHead): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
}

/** The database keeps the fields of an object in an order of its own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, held]) => [name, sorted(held)]))
}
