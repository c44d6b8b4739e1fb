import { Eye } from 'lucide-react'
import { useFetcher } from 'react-router'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Tabs } from '#ui/tabs.tsx'
import type { FormAnswer } from '../../builder/builder.schema.ts'
import { CourseStatusChip } from '../../builder/course-status.tsx'
import { useSaid } from '../../builder/use-said.ts'
import { productHref } from '../../school-links.ts'
import { productBuilderWords } from '../../words/product-builder-words.ts'
import type { ProductState } from './product-state.schema.ts'

type ProductHeadProps = { product: ProductState; base: string; current: 'content' | 'settings' | 'buyers' | 'addresses' }

/** The head of every page about one product: what it is called, how it stands, and what comes next. */
export function ProductHead({ product, base, current }: ProductHeadProps) {
  const words = productBuilderWords()
  const here = `${base}/studio/products/${product.id}`
  const isDraft = product.status === 'draft'
  const tabs = [
    { href: here, label: product.holds === 'files' ? words.versions : words.contents, current: current === 'content' },
    ...(product.maySeeBuyers && product.isForAddress ? [{ href: `${here}/addresses`, label: words.addresses, current: current === 'addresses' }] : []),
    ...(product.maySeeBuyers && !product.isForAddress ? [{ href: `${here}/buyers`, label: words.buyers, current: current === 'buyers' }] : []),
    { href: `${here}/settings`, label: words.settings, current: current === 'settings' },
  ]
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: words.products, href: `${base}/studio/products` }, { label: product.title }]} />}
        title={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
            {product.title}
            <CourseStatusChip status={product.status} />
          </span>
        }
        text={product.kindLabel}
        actions={
          <>
            <ButtonLink href={`${productHref(base, product.slug)}${isDraft ? '?preview=1' : ''}`}>
              <Icon of={Eye} />
              {isDraft ? words.preview : words.seePage}
            </ButtonLink>
            {isDraft ? <Publish action={here} /> : null}
          </>
        }
      />
      <Tabs label={words.parts} className="mt-5" tabs={tabs} />
    </>
  )
}

function Publish({ action }: { action: string }) {
  const fetcher = useFetcher<FormAnswer>()
  useSaid(fetcher.data)
  return (
    <fetcher.Form method="post" action={action}>
      <Button type="submit" name="intent" value="publish" variant="main" busy={fetcher.state !== 'idle'}>
        {productBuilderWords().publish}
      </Button>
    </fetcher.Form>
  )
}
