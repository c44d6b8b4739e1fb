import { Chip } from '#ui/chip.tsx'
import { PriceTag } from '../price-tag.tsx'
import { productWords } from '../words/product-words.ts'
import type { ProductCardView } from './product-views.schema.ts'

/** What a product costs, in the corner of a card: or that one has it, or that it is gone. */
export function ProductPrice({ product, locale }: { product: ProductCardView; locale: string }) {
  const words = productWords()
  if (product.isOwn) return <Chip tone="good">{words.yours}</Chip>
  if (product.isSold) return <Chip>{words.sold}</Chip>
  return (
    <span className="inline-flex items-baseline gap-1 whitespace-nowrap">
      {product.isFrom ? <span className="text-ink-3">{words.from}</span> : null}
      <PriceTag price={product.price} locale={locale} className="text-[0.9375rem]" />
    </span>
  )
}
