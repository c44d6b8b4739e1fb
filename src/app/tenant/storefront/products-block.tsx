import { ArrowRight } from 'lucide-react'
import { ProductShelf } from '#modules/catalog/ui/products/product-shelf.tsx'
import { ProductTracks } from '#modules/catalog/ui/products/product-tracks.tsx'
import { productWords } from '#modules/catalog/ui/words/product-words.ts'
import { schoolLinks } from '#modules/catalog/ui/school-links.ts'
import type { Block } from '#modules/storefront/blocks/blocks.schema.ts'
import { Part } from '#modules/storefront/ui/part.tsx'
import { Icon } from '#ui/icon.tsx'
import type { Front } from './block-view.tsx'

const layouts = { shelf: ProductShelf, tracks: ProductTracks }

/** What the school sells beside its courses, in its order. */
export function ProductsBlock({ block, anchor, title, front }: { block: Block<'products'>; anchor: string; title: string; front: Front }) {
  const { page, products, productCount } = front
  const shown = products.slice(0, block.most)
  const Layout = layouts[block.layout]
  return (
    <Part
      anchor={anchor}
      title={title}
      more={
        productCount > shown.length ? (
          <a href={schoolLinks(page).products} className="touch inline-flex shrink-0 items-center gap-1.5 text-sm text-ink-2 hover:text-ink">
            {productWords().allOf(productCount)}
            <Icon of={ArrowRight} size="sm" className="rtl:rotate-180" />
          </a>
        ) : null
      }
    >
      <Layout products={shown} school={page.school} base={page.base} />
    </Part>
  )
}
