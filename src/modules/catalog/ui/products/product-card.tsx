import type { SchoolView } from '../public-pages.schema.ts'
import { productHref } from '../school-links.ts'
import { useThingWords } from '../words/thing-words.ts'
import { ProductPicture } from './music-cover.tsx'
import { musicFacts } from './music-facts.ts'
import { ProductPrice } from './product-price.tsx'
import type { ProductCardView } from './product-views.schema.ts'

type CardProps = { product: ProductCardView; school: SchoolView; base: string; level?: 'h2' | 'h3' }

/** One product on a shelf. The title is the link and its area covers the card. */
export function ProductCard({ product, school, base, level: Heading = 'h2' }: CardProps) {
  const things = useThingWords()
  return (
    <article className="group relative flex flex-col">
      <ProductPicture product={product} school={school} className="aspect-4/3" />
      <Heading className="mt-3.5 text-[1.125rem] font-semibold leading-snug tracking-[-0.01em]">
        <a href={productHref(base, product.slug)} className="after:absolute after:-inset-2 after:rounded-lg focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-brand-strong group-hover:text-brand-strong">
          {product.title}
        </a>
      </Heading>
      {product.summary ? <p className="mt-1 line-clamp-3 text-[0.9375rem] text-ink-2">{product.summary}</p> : null}
      <div className="mt-auto flex items-center justify-between gap-4 pt-2.5 text-sm">
        <span className="min-w-0 truncate text-ink-2 tabular-nums">{[things[product.kind].label, ...(product.music ? musicFacts(product.music) : [])].join(' · ')}</span>
        <ProductPrice product={product} locale={school.locale} />
      </div>
    </article>
  )
}
