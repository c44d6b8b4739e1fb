import type { SchoolView } from '../public-pages.schema.ts'
import { productHref } from '../school-links.ts'
import { useThingWords } from '../words/thing-words.ts'
import { SoundPicture } from './music-cover.tsx'
import { musicFacts } from './music-facts.ts'
import { ProductPrice } from './product-price.tsx'
import type { ProductCardView } from './product-views.schema.ts'

type TracksProps = { products: readonly ProductCardView[]; school: SchoolView; base: string }

/** Products as lines of a catalogue: what it is, what it is called, its own sound where it has one, and the price. */
export function ProductTracks({ products, school, base }: TracksProps) {
  const things = useThingWords()
  return (
    <ul className="border-y">
      {products.map((product) => (
        <li key={product.id} className="border-b last:border-b-0">
          <article className="group relative grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-6 gap-y-2.5 py-5 hover:bg-sunken lg:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)_7rem] lg:gap-x-10">
            <div className="min-w-0">
              <p className="text-sm text-ink-2 tabular-nums">{[things[product.kind].label, ...(product.music ? musicFacts(product.music) : [])].join(' · ')}</p>
              <h3 className="display mt-0.5 text-[1.25rem] leading-[1.15] sm:text-[1.5rem]">
                <a href={productHref(base, product.slug)} className="after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-brand-strong group-hover:text-brand-strong">
                  {product.title}
                </a>
              </h3>
            </div>
            {product.music?.peaks.length ? (
              <SoundPicture peaks={product.music.peaks} className="h-11 w-full text-brand-strong max-lg:col-span-2 max-lg:row-start-2 lg:h-14" />
            ) : (
              <p className="line-clamp-2 max-w-[52ch] text-[0.9375rem] text-ink-2 max-lg:col-span-2 max-lg:row-start-2">{product.summary}</p>
            )}
            <p className="self-start pt-1 text-end max-lg:col-start-2 max-lg:row-start-1 lg:self-center lg:pt-0">
              <ProductPrice product={product} locale={school.locale} />
            </p>
          </article>
        </li>
      ))}
    </ul>
  )
}
