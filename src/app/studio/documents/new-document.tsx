import { redirect } from 'react-router'
import { createDocument } from '#modules/consents/index.ts'
import { documentForm } from '#modules/consents/documents/document.schema.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { FormFaultList } from '../../marketing/form-fault-list.tsx'
import { parseForm } from '../../parse-form.ts'
import { readSentForm } from '../../read-sent-form.ts'
import { requestContext } from '../../request-context.ts'
import { requireStudio } from '../../require-viewer.ts'
import { answering, answeringForm } from '../../respond.ts'
import { documentWords } from '../../words/document-words.ts'
import type { Route } from './+types/new-document.ts'
import { documentFields, DocumentForm } from './document-form.tsx'

export const meta: Route.MetaFunction = () => [{ title: documentWords().new }]

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  await requireStudio(context, request, 'school.manage')
  return { base: context.get(requestContext).base }
})

export const action = answeringForm(async ({ request, context }: Route.ActionArgs) => {
  const { ctx } = await requireStudio(context, request, 'school.manage')
  const documentId = await createDocument(ctx, parseForm(documentForm, await readSentForm(request)))
  throw redirect(`${context.get(requestContext).base}/studio/settings/documents/${documentId}?state=made`, 303)
})

export default function NewDocument({ loaderData: { base }, actionData }: Route.ComponentProps) {
  const words = documentWords()
  const here = `${base}/studio/settings/documents`
  return (
    <>
      <PageHeader above={<Breadcrumbs crumbs={[{ label: words.settings, href: `${base}/studio/settings` }, { label: words.title, href: here }, { label: words.new }]} />} title={words.new} text={words.newText} />
      <div className="mt-7">
        <FormFaultList faults={actionData} beside={documentFields} />
        <DocumentForm values={{ title: '', bodyHtml: '', weight: 'required', atEntry: true, atCheckout: false }} faults={actionData} submit={words.saveNew} />
      </div>
    </>
  )
}
