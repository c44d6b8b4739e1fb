import type { PageEditor } from '#modules/storefront/index.ts'
import type { BlockKind } from '#modules/storefront/blocks/blocks.schema.ts'
import { siteBlockWords } from '../../words/site-block-words.ts'
import { siteWords } from '../../words/site-words.ts'
import { kindWords } from './kind-words.ts'

/** What differs, one line each: "2 blocks changed: Opening, Text". */
export function differenceInWords({ added, removed, changed, isReordered, isHeadChanged }: PageEditor['difference']): string[] {
  const words = siteWords()
  return [line('added', added), line('removed', removed), line('changed', changed), isReordered ? words.orderOther : '', isHeadChanged ? words.searchChanged : ''].filter(Boolean)
}

function line(how: 'added' | 'removed' | 'changed', kinds: readonly BlockKind[]): string {
  return kinds.length === 0 ? '' : siteBlockWords()[how](kinds.length, kinds.map((kind) => kindWords(kind).label).join(', '))
}
