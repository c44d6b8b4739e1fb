import { SchoolFrame } from '#modules/catalog/ui/school-frame.tsx'
import { BlockView } from './block-view.tsx'
import { anchorsOf } from './block-words.ts'
import type { StorefrontData } from './load-storefront.ts'

/** A school's first page: its blocks in their order, inside the frame of all its pages. */
export function StorefrontView(front: Omit<StorefrontData, 'meta'>) {
  const { page, blocks } = front
  const anchors = anchorsOf(blocks)
  const head = blocks.find(({ kind }) => kind === 'hero')

  return (
    <SchoolFrame {...page}>
      {head ? null : <h1 className="sr-only">{page.school.name}</h1>}
      {blocks.map((block, index) => (
        <BlockView key={block.id} block={block} anchor={anchors[index] ?? block.id} isHead={block === head} front={front} anchors={anchors} />
      ))}
    </SchoolFrame>
  )
}
