import { redirect } from 'react-router'
import { fetchProductFile } from '#modules/catalog/index.ts'
import { OwnProductPage } from '#modules/catalog/ui/products/own-product-page.tsx'
import { SchoolFrame } from '#modules/catalog/ui/school-frame.tsx'
import { productWords } from '#modules/catalog/ui/words/product-words.ts'
import type { Route } from './+types/own-product.ts'
import { readSentForm } from '../../read-sent-form.ts'
import { requestContext } from '../../request-context.ts'
import { answering, answeringForm } from '../../respond.ts'
import { useLive } from '../../use-live.ts'
import { enterLearning } from '../learn/enter-learning.ts'
import { loadOwnProduct } from './load-own-product.ts'

export const loader = answering((args: Route.LoaderArgs) => loadOwnProduct(args.context, args.request, args.params.productSlug))

/** Counts a download, and leads to the file by a link that is good for five minutes. */
export const action = answeringForm(async ({ request, context, params }: Route.ActionArgs) => {
  const { ctx } = await enterLearning(context, request)
  const { app } = context.get(requestContext)
  const fileId = String((await readSentForm(request)).get('fileId') ?? '')
  const href = await fetchProductFile({ ...app.systemCtx, ...ctx, linkConfig: app.config }, { slug: params.productSlug, fileId })
  throw redirect(href, { status: 303, headers: { 'Cache-Control': 'no-store' } })
})

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData ? `${loaderData.title} · ${loaderData.page.school.name}` : productWords().downloads }, { name: 'robots', content: 'noindex' }]

export default function OwnProduct({ loaderData: { page, ...own }, actionData }: Route.ComponentProps) {
  useLive(['library'])
  return (
    <SchoolFrame {...page}>
      <OwnProductPage {...own} schoolName={page.school.name} error={actionData?.formError ?? null} />
    </SchoolFrame>
  )
}
