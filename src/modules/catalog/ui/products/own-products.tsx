import { Row, Rows } from '#ui/rows.tsx'
import { productWords } from '../words/product-words.ts'

/** A product on its buyer's shelf. */
export type OwnProductRow = { id: string; title: string; href: string; text: string }

/** The downloads on somebody's own shelf, below the courses. */
export function OwnProducts({ products }: { products: readonly OwnProductRow[] }) {
  const words = productWords()
  if (products.length === 0) return null

  return (
    <section aria-labelledby="own-products" className="mt-14">
      <h2 id="own-products" className="display text-2xl">{words.downloads}</h2>
      <Rows label={words.yourDownloads} className="mt-5">
        {products.map((product) => (
          <Row key={product.id} title={product.title} text={product.text} href={product.href} />
        ))}
      </Rows>
    </section>
  )
}
