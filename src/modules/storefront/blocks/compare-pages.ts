import { isSameHead, isSamePage } from './arrange.ts'
import type { Block, BlockKind } from './blocks.schema.ts'
import type { PageHead } from './head.schema.ts'

/** How one page differs from another, block by block. */
export interface PageDifference {
  added: BlockKind[]
  removed: BlockKind[]
  changed: BlockKind[]
  /** Whether those that are in both stand in another order. */
  isReordered: boolean
  /** Whether search engines are told something else. */
  isHeadChanged: boolean
}

interface Page {
  blocks: readonly Block[]
  head: PageHead
}

/** What would have to be told to somebody who knows the page `before` and will see the page `after`. */
export function comparePages({ blocks: before, head: headBefore }: Page, { blocks: after, head }: Page): PageDifference {
  const known = new Map(before.map((block) => [block.id, block]))
  const stays = new Set(after.map(({ id }) => id))
  const shared = after.filter(({ id }) => known.has(id))
  return {
    added: after.filter(({ id }) => !known.has(id)).map(({ kind }) => kind),
    removed: before.filter(({ id }) => !stays.has(id)).map(({ kind }) => kind),
    changed: shared.filter((block) => !isSamePage([block], [known.get(block.id) ?? block])).map(({ kind }) => kind),
    isReordered: shared.map(({ id }) => id).join() !== before.filter(({ id }) => stays.has(id)).map(({ id }) => id).join(),
    isHeadChanged: !isSameHead(headBefore, head),
  }
}

/** Whether there is anything to tell. */
export function isDifferent({ added, removed, changed, isReordered, isHeadChanged }: PageDifference): boolean {
  return added.length + removed.length + changed.length > 0 || isReordered || isHeadChanged
}
