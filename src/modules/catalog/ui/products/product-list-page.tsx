import { Package } from 'lucide-react'
import { ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Pagination } from '#ui/pagination.tsx'
import type { SchoolPage } from '../public-pages.schema.ts'
import { SchoolFrame } from '../school-frame.tsx'
import { productWords } from '../words/product-words.ts'
import { schoolLinks } from '../school-links.ts'
import { MusicFilterForm, type MusicFilterView } from './music-filter.tsx'
import { ProductShelf } from './product-shelf.tsx'
import type { ProductCardView } from './product-views.schema.ts'

type ProductListPageProps = SchoolPage & { products: readonly ProductCardView[]; productCount: number; previousHref: string | null; nextHref: string | null } & {
  /** What the music can be filtered by; null where there is none. */
  choices?: { keys: readonly string[]; tags: readonly string[] } | null
  filter?: MusicFilterView
  isFiltered?: boolean
}

/** Everything that a school sells beside its courses. */
export function ProductListPage({ products, productCount, previousHref, nextHref, choices = null, filter, isFiltered = false, ...page }: ProductListPageProps) {
  const { school, base } = page
  const words = productWords()
  return (
    <SchoolFrame {...page} current="products">
      <div className="wrap pb-20 pt-6 sm:pt-10">
        <div className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-2">
          <h1 className="display text-[2.25rem] leading-tight sm:text-3xl">{words.products}</h1>
          {productCount > 0 ? <p className="text-sm text-ink-3 tabular-nums">{words.productCount(productCount)}</p> : null}
        </div>
        {choices && filter ? <MusicFilterForm filter={filter} choices={choices} isFiltered={isFiltered} href={schoolLinks(page).products} /> : null}
        <div className="mt-9">
          {products.length === 0 && isFiltered ? (
            <EmptyState icon={Package} title={words.nothingFits} action={<ButtonLink href={schoolLinks(page).products}>{words.showAll}</ButtonLink>}>
              {words.nothingFitsText}
            </EmptyState>
          ) : products.length === 0 ? (
            <EmptyState icon={Package} title={words.nothingYet}>
              {words.nothingYetText(school.name)}
            </EmptyState>
          ) : (
            <ProductShelf products={products} school={school} base={base} level="h2" />
          )}
        </div>
        <Pagination label={words.products} newerHref={previousHref} olderHref={nextHref} newer={words.previous} older={words.next} className="mt-8 border-t" />
      </div>
    </SchoolFrame>
  )
}
