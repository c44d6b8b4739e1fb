import type { SchoolView } from '../public-pages.schema.ts'
import { ProductCard } from './product-card.tsx'
import type { ProductCardView } from './product-views.schema.ts'

type ShelfProps = { products: readonly ProductCardView[]; school: SchoolView; base: string; level?: 'h2' | 'h3' }

/** Products beside each other. */
export function ProductShelf({ products, school, base, level = 'h3' }: ShelfProps) {
  return (
    <ul className="grid gap-x-7 gap-y-10 sm:grid-cols-2 lg:grid-cols-3">
      {products.map((product) => (
        <li key={product.id} className="grid">
          <ProductCard product={product} school={school} base={base} level={level} />
        </li>
      ))}
    </ul>
  )
}
