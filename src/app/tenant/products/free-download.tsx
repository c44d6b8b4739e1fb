import { data, redirect } from 'react-router'
import { confirmLead, fetchLeadFile, readLead, stopLead } from '#modules/catalog/index.ts'
import { sizeInWords } from '#modules/catalog/ui/builder/size-in-words.ts'
import { FreeDownloadPage } from '#modules/catalog/ui/products/free-download-page.tsx'
import { productWords } from '#modules/catalog/ui/words/product-words.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import type { Route } from './+types/free-download.ts'
import { readSentForm } from '../../read-sent-form.ts'
import { requestContext, type RequestContext } from '../../request-context.ts'
import { answering, answeringForm } from '../../respond.ts'
import type { RouteHandle } from '../../page-needs.ts'
import { schoolPage } from '../catalog/school-page.ts'

export const handle: RouteHandle = { isStatic: true }

export const loader = answering(async ({ request, context, params }: Route.LoaderArgs) => {
  const visit = context.get(requestContext)
  const { purpose, lead, product, newest } = await readLead(leadCtx(visit), params.token)
  const page = await schoolPage(context, request, null)
  const shown = {
    page,
    purpose,
    title: product.title,
    email: lead.email,
    isConfirmed: lead.confirmedAt !== null,
    isStopped: lead.unsubscribedAt !== null,
    files: lead.confirmedAt && purpose === 'files' ? (newest?.files ?? []).map((file) => ({ id: file.fileId, name: file.name, size: sizeInWords(file.sizeBytes) })) : [],
  }
  // The address of this page is a secret of its owner's.
  return data(shown, { headers: { 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' } })
})

/** Proves the address, leads to a file, ends the mails, or takes that back. */
export const action = answeringForm(async ({ request, context, params }: Route.ActionArgs) => {
  const visit = context.get(requestContext)
  const ctx = leadCtx(visit)
  const form = await readSentForm(request)
  const here = `${visit.base}/free/${params.token}`
  switch (form.get('intent')) {
    case 'confirm':
      await confirmLead(ctx, params.token)
      throw redirect(here, 303)
    case 'stop':
    case 'resume':
      await stopLead(ctx, params.token, { isStopped: form.get('intent') === 'stop' })
      throw redirect(here, 303)
    case 'fetch':
      throw redirect(await fetchLeadFile(ctx, params.token, String(form.get('fileId') ?? '')), { status: 303, headers: { 'Cache-Control': 'no-store' } })
    default:
      throw new NotFound('no such deed on a free download')
  }
})

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData ? `${loaderData.title} · ${loaderData.page.school.name}` : productWords().notFound }, { name: 'robots', content: 'noindex' }]

export default function FreeDownload({ loaderData: { page, ...free } }: Route.ComponentProps) {
  return <FreeDownloadPage {...page} {...free} />
}

function leadCtx({ app, tenant }: RequestContext) {
  if (!tenant) throw new NotFound()
  return { ...app.systemCtx, organizationId: tenant.id, linkConfig: app.config }
}
