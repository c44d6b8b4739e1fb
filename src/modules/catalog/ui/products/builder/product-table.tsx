import { Package } from 'lucide-react'
import type { ReactNode } from 'react'
import { EmptyState } from '#ui/empty-state.tsx'
import { Money } from '#ui/money.tsx'
import { Table } from '#ui/table.tsx'
import type { ProductStatus } from '../../../products/product-kinds.ts'
import { CourseStatusChip } from '../../builder/course-status.tsx'
import { productBuilderWords } from '../../words/product-builder-words.ts'

type ProductLine = { id: string; title: string; kindLabel: string; status: ProductStatus; price: { cents: number; currency: string } | null; /** Sold exclusively. */ isSold: boolean }

/** The products of a school as those who build them see them. */
export function ProductTable({ products, base, locale, empty, className }: { products: readonly ProductLine[]; base: string; locale: string; empty: ReactNode; className?: string }) {
  const words = productBuilderWords()
  return (
    <div className={className}>
      <Table
        caption={words.products}
        rows={products}
        rowKey={(product) => product.id}
        empty={
          <EmptyState icon={Package} title={words.noProducts} action={empty}>
            {words.productsEmpty}
          </EmptyState>
        }
        columns={[
          { key: 'title', header: words.product, names: true, cell: (product) => <a href={`${base}/studio/products/${product.id}`} className="touch text-[0.9375rem] font-medium text-ink hover:text-brand-strong">{product.title}</a> },
          { key: 'kind', header: words.kind, cell: (product) => product.kindLabel },
          { key: 'status', header: words.status, cell: (product) => <CourseStatusChip status={product.status} /> },
          { key: 'price', header: words.price, align: 'end', cell: ({ price, isSold }) => (isSold ? words.sold : price === null ? <span className="text-ink-3">{words.noneYet}</span> : price.cents === 0 ? words.free : <Money cents={price.cents} currency={price.currency.toUpperCase()} locale={locale} short />) },
        ]}
      />
    </div>
  )
}
