import type { PageEditor } from '#modules/storefront/index.ts'
import type { BlockKind } from '#modules/storefront/blocks/blocks.schema.ts'
import { kindWords } from './kind-words.ts'

/** What differs, one line each: "2 blocks changed: Opening, Text". */
export function differenceInWords({ added, removed, changed, isReordered, isHeadChanged }: PageEditor['difference']): string[] {
  return [line(added, 'added'), line(removed, 'removed'), line(changed, 'changed'), isReordered ? 'The order is another one' : '', isHeadChanged ? 'What search engines are told is changed' : ''].filter(Boolean)
}

function line(kinds: readonly BlockKind[], verb: string): string {
  if (kinds.length === 0) return ''
  return `${kinds.length} ${kinds.length === 1 ? 'block' : 'blocks'} ${verb}: ${kinds.map((kind) => kindWords[kind].label).join(', ')}`
}
