import { consentWords, readProductPage, requestFreeDownload } from '#modules/catalog/index.ts'
import { freeDownloadForm } from '#modules/catalog/products/product.schema.ts'
import { RequestFreePage } from '#modules/catalog/ui/products/request-free-page.tsx'
import { productHref } from '#modules/catalog/ui/school-links.ts'
import { productWords } from '#modules/catalog/ui/words/product-words.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import type { Route } from './+types/request-free.ts'
import { mailboxHref } from '../../mailbox-href.ts'
import { parseForm } from '../../parse-form.ts'
import { readSentForm } from '../../read-sent-form.ts'
import { requestContext } from '../../request-context.ts'
import { answering, answeringForm } from '../../respond.ts'
import type { RouteHandle } from '../../page-needs.ts'
import { schoolPage } from '../catalog/school-page.ts'

export const handle: RouteHandle = { isStatic: true }

export const loader = answering(async ({ request, context, params }: Route.LoaderArgs) => {
  const { tenant, tenantCtx, base, viewer, app } = context.get(requestContext)
  if (!tenant) throw new NotFound()
  const { product, role } = await readProductPage(await tenantCtx(), { slug: params.productSlug })
  const consent = consentWords(product, tenant.name)
  if (consent === null) throw new NotFound('an address is not asked for this')
  return {
    page: await schoolPage(context, request, role),
    product: { id: product.id, title: product.title, href: productHref(base, product.slug) },
    consent,
    email: (await viewer())?.email ?? '',
    mailboxHref: mailboxHref(app),
    title: `${product.title} · ${tenant.name}`,
  }
})

/** Keeps the address and mails the link; the answer is the same for every address. */
export const action = answeringForm(async ({ request, context, params }: Route.ActionArgs) => {
  const { app, tenant, home, address } = context.get(requestContext)
  if (!tenant) throw new NotFound()
  const { email } = parseForm(freeDownloadForm, await readSentForm(request))
  const school = { name: tenant.name, brandColour: tenant.brand_colour, locale: tenant.locale }
  await requestFreeDownload({ ...app.systemCtx, organizationId: tenant.id, appSecret: app.config.appSecret, school, origin: home }, { slug: params.productSlug, email, from: address })
  return { sentTo: email }
})

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? productWords().getByMail }, { name: 'robots', content: 'noindex' }]

export default function RequestFree({ loaderData, actionData }: Route.ComponentProps) {
  const { page, product, consent, email, mailboxHref: mailbox } = loaderData
  const faults = actionData && 'fieldErrors' in actionData ? actionData : null
  return <RequestFreePage {...page} product={product} consent={consent} sentTo={actionData && 'sentTo' in actionData ? actionData.sentTo : null} mailboxHref={mailbox} values={faults?.values ?? { email }} errors={{ ...faults?.fieldErrors, ...(faults?.formError ? { form: faults.formError } : {}) }} />
}
