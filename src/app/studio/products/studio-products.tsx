import { redirect } from 'react-router'
import { createProduct, kindFaces, listStudioProducts } from '#modules/catalog/index.ts'
import { newProductSchema } from '#modules/catalog/products/product.schema.ts'
import { NewProductForm } from '#modules/catalog/ui/products/builder/new-product-form.tsx'
import { ProductTable } from '#modules/catalog/ui/products/builder/product-table.tsx'
import { productBuilderWords } from '#modules/catalog/ui/words/product-builder-words.ts'
import { thingWordsOf } from '#modules/catalog/ui/words/thing-words.ts'
import { currentLocale } from '#platform/i18n/locale.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import type { Route } from './+types/studio-products.ts'
import { FormFaultList } from '../../marketing/form-fault-list.tsx'
import { parseForm } from '../../parse-form.ts'
import { requestContext } from '../../request-context.ts'
import { readSentForm } from '../../read-sent-form.ts'
import { requireStudio } from '../../require-viewer.ts'
import { answering, answeringForm } from '../../respond.ts'

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const { base, tenant } = context.get(requestContext)
  const { ctx } = await requireStudio(context, request, 'courses.manage')
  const after = new URL(request.url).searchParams.get('after')
  const { products, nextCursor } = await listStudioProducts(ctx, { after })
  const here = `${base}/studio/products`
  return {
    products: products.map(({ id, title, kind, status, price, isSold }) => ({ id, title, status, price: kindFaces[kind].isForAddress ? { cents: 0, currency: 'eur' } : price, isSold, kindLabel: thingWordsOf(tenant?.preset ?? '')[kind].label })),
    base,
    locale: currentLocale(),
    schoolName: tenant?.name ?? '',
    previousHref: after ? here : null,
    nextHref: nextCursor ? `${here}?after=${encodeURIComponent(nextCursor)}` : null,
  }
})

export const action = answeringForm(async ({ request, context }: Route.ActionArgs) => {
  const { base } = context.get(requestContext)
  const { ctx } = await requireStudio(context, request, 'courses.manage')
  const { productId } = await createProduct(ctx, parseForm(newProductSchema, await readSentForm(request)))
  return redirect(`${base}/studio/products/${productId}`, 303)
})

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: productBuilderWords().productsTitle(loaderData?.schoolName ?? 'Studio') }]

/** What a school sells beside its courses. */
export default function StudioProducts({ loaderData, actionData }: Route.ComponentProps) {
  const words = productBuilderWords()
  const { products, base, locale, previousHref, nextHref } = loaderData
  const faults = actionData && 'fieldErrors' in actionData ? actionData : undefined
  const isEmpty = products.length === 0 && !previousHref
  const form = { errors: faults?.fieldErrors, values: faults?.values }
  return (
    <>
      <PageHeader title={words.products} text={isEmpty ? undefined : words.productsText} />
      <FormFaultList faults={faults} beside={['title', 'kind']} className="mt-5" />
      {isEmpty ? null : <NewProductForm {...form} className="mt-6" />}
      <ProductTable products={products} base={base} locale={locale} className="mt-7" empty={<NewProductForm isFirst {...form} />} />
      <Pagination label={words.products} newerHref={previousHref} olderHref={nextHref} newer={words.backToFirst} older={words.moreProducts} />
    </>
  )
}
