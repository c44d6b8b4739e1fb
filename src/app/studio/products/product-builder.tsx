import { readProductBuilder } from '#modules/catalog/index.ts'
import { PriceBox } from '#modules/catalog/ui/builder/price-box.tsx'
import { SoldNotice } from '#modules/catalog/ui/products/builder/sold-notice.tsx'
import { LicencesEditor } from '#modules/catalog/ui/products/builder/licences-editor.tsx'
import { MusicEditor } from '#modules/catalog/ui/products/builder/music-editor.tsx'
import { PartsForm } from '#modules/catalog/ui/products/builder/parts-form.tsx'
import { ProductHead } from '#modules/catalog/ui/products/builder/product-head.tsx'
import { ProductSiteBox } from '#modules/catalog/ui/products/builder/product-site-box.tsx'
import { VersionsEditor } from '#modules/catalog/ui/products/builder/versions-editor.tsx'
import { productBuilderWords } from '#modules/catalog/ui/words/product-builder-words.ts'
import { currentLocale } from '#platform/i18n/locale.ts'
import type { Route } from './+types/product-builder.ts'
import { FormFaultList } from '../../marketing/form-fault-list.tsx'
import { requestContext } from '../../request-context.ts'
import { readSentForm } from '../../read-sent-form.ts'
import { requireStudio } from '../../require-viewer.ts'
import { answering, answeringForm } from '../../respond.ts'
import { answerDone } from '../courses/form-answer.ts'
import { changeProduct } from './change-product.ts'
import { licenceStates, musicState, partStates, productState, soldState, versionStates } from './product-state.ts'

export const loader = answering(async ({ request, context, params }: Route.LoaderArgs) => {
  const { base, tenant } = context.get(requestContext)
  const { ctx } = await requireStudio(context, request, 'courses.manage')
  const builder = await readProductBuilder(ctx, params.productId)
  return {
    base,
    product: productState(builder, base),
    versions: versionStates(builder),
    parts: partStates(builder),
    music: musicState(builder, base),
    licences: licenceStates(builder),
    sold: soldState(builder, base),
    currency: (builder.price?.currency ?? tenant?.currency ?? 'eur').toUpperCase(),
    locale: currentLocale(),
    zone: tenant?.time_zone ?? 'UTC',
  }
})

export const action = answeringForm(async ({ request, context, params }: Route.ActionArgs) => {
  const { base, tenant } = context.get(requestContext)
  const { ctx } = await requireStudio(context, request, 'courses.manage')
  const said = await changeProduct(ctx, { productId: params.productId, app: context.get(requestContext).app, currency: tenant?.currency ?? 'eur' }, await readSentForm(request))
  return answerDone(request, `${base}/studio/products/${params.productId}`, said)
})

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: [loaderData?.product.title, 'Studio'].filter(Boolean).join(' · ') }]

/** The forms of this page that show faults beside their fields. The others are a press, and theirs are said above. */
const fieldsOf: Record<string, string[]> = { 'add-version': ['label', 'notes'], 'set-price': ['price'], 'set-music': ['bpm', 'musicalKey', 'tags'], 'add-licence': ['name', 'terms', 'price', 'isExclusive'], 'change-licence': ['name', 'terms', 'price', 'isExclusive'] }

export default function ProductBuilderPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = productBuilderWords()
  const { base, product, versions, parts, music, licences, sold, currency, locale, zone } = loaderData
  const faults = actionData && 'fieldErrors' in actionData ? actionData : undefined
  return (
    <>
      <ProductHead product={product} base={base} current="content" />
      <FormFaultList faults={faults} beside={[...(fieldsOf[faults?.values.intent ?? ''] ?? []), ...parts.map(({ id }) => `part-${id}`)]} className="mt-5" />
      {sold ? <SoldNotice sold={sold} mayPutBack={product.maySetPrice} className="mt-6" /> : null}
      <div className="mt-7 grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_280px]">
        {music ? (
          <div className="grid gap-10">
            <MusicEditor music={music} uploadsHref={`${base}/api/uploads`} answer={actionData} />
            <LicencesEditor licences={licences} maySetPrice={product.maySetPrice} currency={currency} locale={locale} answer={actionData} />
            <VersionsEditor versions={versions} uploadsHref={`${base}/api/uploads`} zone={zone} locale={locale} answer={actionData} />
          </div>
        ) : product.holds === 'files' ? (
          <VersionsEditor versions={versions} uploadsHref={`${base}/api/uploads`} zone={zone} locale={locale} answer={actionData} />
        ) : (
          <PartsForm parts={parts} price={product.price && { ...product.price, currency: product.price.currency.toUpperCase() }} maySetParts={product.maySetPrice} locale={locale} answer={actionData} />
        )}
        <aside aria-label={words.priceAndPlace} className="grid content-start gap-7">
          {product.isForAddress || product.isMusic ? null : <PriceBox course={product} currency={currency} locale={locale} answer={actionData} hint={product.holds === 'files' ? undefined : words.priceHint} />}
          <ProductSiteBox product={product} />
        </aside>
      </div>
    </>
  )
}
