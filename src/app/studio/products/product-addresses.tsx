import { redirect } from 'react-router'
import { listLeads, readProductBuilder, removeLead } from '#modules/catalog/index.ts'
import { LeadsTable } from '#modules/catalog/ui/products/builder/leads-table.tsx'
import { ProductHead } from '#modules/catalog/ui/products/builder/product-head.tsx'
import { productBuilderWords } from '#modules/catalog/ui/words/product-builder-words.ts'
import { holdsPermission } from '#modules/tenancy/index.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Stat, StatRow } from '#ui/stat.tsx'
import type { Route } from './+types/product-addresses.ts'
import { FormFaultList } from '../../marketing/form-fault-list.tsx'
import { readSentForm } from '../../read-sent-form.ts'
import { answering, answeringForm } from '../../respond.ts'
import { wordOf } from '../courses/form-answer.ts'
import { openBooks, readCursor, readId } from '../orders/books-visit.ts'
import { productState } from './product-state.ts'

export const loader = answering(async ({ request, context, params }: Route.LoaderArgs) => {
  const { ctx, role, visit, locale, zone } = await openBooks(context, request, 'people.addresses')
  const builder = await readProductBuilder(ctx, readId(params.productId))
  const before = readCursor(request, 'before')
  const { leads, counts, older } = await listLeads(ctx, { productId: builder.product.id, before })
  return {
    base: visit.base, locale, zone, counts, older,
    product: productState(builder, visit.base),
    mayRemove: holdsPermission(role, 'people.manage'),
    leads: leads.map(({ id, email, consentText, askedAt, confirmedAt, unsubscribedAt }) => ({
      id, email, consentText, askedAt: askedAt.toISOString(), state: unsubscribedAt ? ('stopped' as const) : confirmedAt ? ('subscribed' as const) : ('asked' as const),
    })),
    isFirst: before === null,
    wasRemoved: new URL(request.url).searchParams.get('state') === 'removed',
  }
})

/** Forgets an address for good. */
export const action = answeringForm(async ({ request, context, params }: Route.ActionArgs) => {
  const { ctx, visit } = await openBooks(context, request, 'people.manage')
  const productId = readId(params.productId)
  await removeLead(ctx, { productId, leadId: wordOf(await readSentForm(request), 'id') })
  throw redirect(`${visit.base}/studio/products/${productId}/addresses?state=removed`, 303)
})

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: productBuilderWords().addressesTitle(loaderData?.product.title ?? '') }]

/** Who left an address for a free download. */
export default function ProductAddresses({ loaderData, actionData }: Route.ComponentProps) {
  const words = productBuilderWords()
  const { base, product, leads, counts, mayRemove, older, isFirst, wasRemoved, locale, zone } = loaderData
  const here = `${base}/studio/products/${product.id}/addresses`
  return (
    <>
      <ProductHead product={product} base={base} current="addresses" />
      {wasRemoved && !actionData ? <Notice tone="good" title={words.addressForgotten} className="mt-5">{words.nothingKept}</Notice> : null}
      <FormFaultList faults={actionData} className="mt-5" />
      <StatRow className="mt-6">
        <Stat label={words.asked} value={counts.asked} note={words.leftAnAddress} />
        <Stat label={words.mayBeWrittenTo} value={counts.subscribed} note={words.followedLink} />
        <Stat label={words.stopped} value={counts.unsubscribed} note={words.wantNoMails} />
      </StatRow>
      {counts.asked > 0 ? <ButtonLink href={`${here}/list.csv`} download className="mt-5" size="sm">{words.downloadCsv}</ButtonLink> : null}
      <div className="mt-6">
        <LeadsTable leads={leads} mayRemove={mayRemove} zone={zone} locale={locale} />
        <Pagination label={words.addresses} newer={words.fromStart} newerHref={isFirst ? null : here} olderHref={older ? `${here}?before=${older}` : null} />
      </div>
    </>
  )
}
