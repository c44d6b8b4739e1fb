import { redirect } from 'react-router'
import { allowMoreDownloads, listProductBuyers, readProductBuilder, revokeLicenceKey, type ProductBuyer } from '#modules/catalog/index.ts'
import { BuyersTable, type BuyerView } from '#modules/catalog/ui/products/builder/buyers-table.tsx'
import { ProductHead } from '#modules/catalog/ui/products/builder/product-head.tsx'
import { productBuilderWords } from '#modules/catalog/ui/words/product-builder-words.ts'
import { holdsPermission } from '#modules/tenancy/index.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { Notice } from '#ui/notice.tsx'
import { Pagination } from '#ui/pagination.tsx'
import type { Route } from './+types/product-buyers.ts'
import { FormFaultList } from '../../marketing/form-fault-list.tsx'
import { readSentForm } from '../../read-sent-form.ts'
import { answering, answeringForm } from '../../respond.ts'
import { wordOf } from '../courses/form-answer.ts'
import { openBooks, readCursor, readId } from '../orders/books-visit.ts'
import { productState } from './product-state.ts'

export const loader = answering(async ({ request, context, params }: Route.LoaderArgs) => {
  const { ctx, role, visit, locale, zone } = await openBooks(context, request, 'orders.read')
  const builder = await readProductBuilder(ctx, readId(params.productId))
  const before = readCursor(request, 'before')
  const { buyers, older } = await listProductBuyers(ctx, { productId: builder.product.id, before })
  const { base } = visit
  return {
    base, locale, zone,
    product: productState(builder, base),
    hasLimit: builder.product.downloadsMax !== null,
    mayChange: holdsPermission(role, 'orders.refund'),
    buyers: buyers.map((buyer) => buyerView(buyer, base)),
    older,
    isFirst: before === null,
    state: new URL(request.url).searchParams.get('state'),
  }
})

const said = (): Record<string, string> => ({
  revoked: productBuilderWords().keyRevokedNow,
  given: productBuilderWords().keyGoodAgain,
  anew: productBuilderWords().countedAnew,
})

/** Revokes a key or gives it back, or counts a buyer's downloads anew. */
export const action = answeringForm(async ({ request, context, params }: Route.ActionArgs) => {
  const { ctx, visit } = await openBooks(context, request, 'orders.refund')
  const form = await readSentForm(request)
  const place = { productId: readId(params.productId), purchaseId: wordOf(form, 'id') }
  const here = `${visit.base}/studio/products/${place.productId}/buyers`
  switch (wordOf(form, 'intent')) {
    case 'revoke':
      await revokeLicenceKey(ctx, { ...place, isRevoked: true })
      throw redirect(`${here}?state=revoked`, 303)
    case 'give-back':
      await revokeLicenceKey(ctx, { ...place, isRevoked: false })
      throw redirect(`${here}?state=given`, 303)
    case 'allow-more':
      await allowMoreDownloads(ctx, place)
      throw redirect(`${here}?state=anew`, 303)
    default:
      throw new NotFound('no such deed on a buyer')
  }
})

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: productBuilderWords().buyersTitle(loaderData?.product.title ?? '') }]

/** Who bought a product, and their licence keys. */
export default function ProductBuyers({ loaderData, actionData }: Route.ComponentProps) {
  const words = productBuilderWords()
  const { base, product, buyers, hasLimit, mayChange, older, isFirst, state, locale, zone } = loaderData
  const here = `${base}/studio/products/${product.id}/buyers`
  return (
    <>
      <ProductHead product={product} base={base} current="buyers" />
      {state && said()[state] && !actionData ? <Notice tone="good" title={said()[state]} className="mt-5" /> : null}
      <FormFaultList faults={actionData} className="mt-5" />
      <div className="mt-7">
        <BuyersTable buyers={buyers} hasLimit={hasLimit} mayChange={mayChange} zone={zone} locale={locale} />
        <Pagination label={words.buyers} newer={words.fromStart} newerHref={isFirst ? null : here} olderHref={older ? `${here}?before=${older}` : null} />
      </div>
    </>
  )
}

function buyerView(buyer: ProductBuyer, base: string): BuyerView {
  return {
    purchaseId: buyer.purchaseId,
    who: buyer.name || (buyer.email ?? productBuilderWords().somebodyGone),
    email: buyer.email,
    boughtAt: buyer.boughtAt?.toISOString() ?? null,
    isRefunded: buyer.refundedAt !== null,
    order: buyer.order && { href: `${base}/studio/orders/${buyer.order.id}`, number: buyer.order.number },
    licence: buyer.licence && { key: buyer.licence.key, isRevoked: buyer.licence.revokedAt !== null },
    downloadCount: buyer.downloadCount,
    isUsedUp: buyer.isUsedUp,
  }
}
