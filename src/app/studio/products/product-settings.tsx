import { redirect } from 'react-router'
import { consentWords, deleteProduct, readProductBuilder, updateProduct } from '#modules/catalog/index.ts'
import { productSettingsSchema } from '#modules/catalog/products/product.schema.ts'
import { DeleteProduct } from '#modules/catalog/ui/products/builder/delete-product.tsx'
import { ProductHead } from '#modules/catalog/ui/products/builder/product-head.tsx'
import { ProductSettingsForm } from '#modules/catalog/ui/products/builder/product-settings-form.tsx'
import { productBuilderWords } from '#modules/catalog/ui/words/product-builder-words.ts'
import type { Route } from './+types/product-settings.ts'
import { parseForm } from '../../parse-form.ts'
import { requestContext } from '../../request-context.ts'
import { readSentForm } from '../../read-sent-form.ts'
import { requireStudio } from '../../require-viewer.ts'
import { answering, answeringForm } from '../../respond.ts'
import { answerDone, wordOf } from '../courses/form-answer.ts'
import { productState } from './product-state.ts'

export const loader = answering(async ({ request, context, params }: Route.LoaderArgs) => {
  const { base, origin, tenant } = context.get(requestContext)
  const { ctx } = await requireStudio(context, request, 'courses.manage')
  const builder = await readProductBuilder(ctx, params.productId)
  const { title, slug, summary, descriptionHtml, givesLicenceKeys, answersLicenceChecks, downloadsMax, consentText } = builder.product
  return {
    base,
    product: productState(builder, base),
    addressStart: `${origin.replace(/^https?:\/\//, '')}${base}/products/`,
    checkAddress: `${origin}${base}/api/licences/check`,
    settings: { title, slug, summary, descriptionHtml, givesLicenceKeys, answersLicenceChecks, downloadsMax: downloadsMax === null ? '' : String(downloadsMax), consentText },
    usualConsent: consentWords({ ...builder.product, consentText: '' }, tenant?.name ?? ''),
  }
})

export const action = answeringForm(async ({ request, context, params }: Route.ActionArgs) => {
  const { base } = context.get(requestContext)
  const { ctx } = await requireStudio(context, request, 'courses.manage')
  const form = await readSentForm(request)
  if (wordOf(form, 'intent') === 'delete') {
    await deleteProduct(ctx, { productId: params.productId })
    return redirect(`${base}/studio/products`, 303)
  }
  await updateProduct(ctx, { productId: params.productId, ...parseForm(productSettingsSchema, form) })
  return answerDone(request, `${base}/studio/products/${params.productId}/settings`)
})

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: productBuilderWords().settingsTitle(loaderData?.product.title ?? '') }]

export default function ProductSettings({ loaderData, actionData }: Route.ComponentProps) {
  const { base, product, settings, usualConsent, addressStart, checkAddress } = loaderData
  return (
    <>
      <ProductHead product={product} base={base} current="settings" />
      <ProductSettingsForm key={product.id} settings={settings} mayGiveKeys={product.mayGiveKeys} usualConsent={usualConsent} addressStart={addressStart} checkAddress={checkAddress} answer={actionData} />
      <DeleteProduct product={product} answer={actionData} />
    </>
  )
}
