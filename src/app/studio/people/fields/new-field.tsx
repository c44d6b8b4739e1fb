import { redirect } from 'react-router'
import { defineField } from '#modules/tenancy/index.ts'
import { fieldForm } from '#modules/tenancy/fields/field.schema.ts'
import { customFieldWords } from '#modules/tenancy/ui/words/custom-field-words.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { FormFaultList } from '../../../marketing/form-fault-list.tsx'
import { parseForm } from '../../../parse-form.ts'
import { readSentForm } from '../../../read-sent-form.ts'
import { requestContext } from '../../../request-context.ts'
import { requireStudio } from '../../../require-viewer.ts'
import { answering, answeringForm } from '../../../respond.ts'
import type { Route } from './+types/new-field.ts'
import { FieldForm, fieldFormNames } from './field-form.tsx'

export const meta: Route.MetaFunction = () => [{ title: customFieldWords().new }]

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  await requireStudio(context, request, 'people.manage')
  return { base: context.get(requestContext).base }
})

export const action = answeringForm(async ({ request, context }: Route.ActionArgs) => {
  const { ctx } = await requireStudio(context, request, 'people.manage')
  await defineField(ctx, parseForm(fieldForm, await readSentForm(request)))
  throw redirect(`${context.get(requestContext).base}/studio/people/fields?state=made`, 303)
})

export default function NewField({ loaderData: { base }, actionData }: Route.ComponentProps) {
  const words = customFieldWords()
  return (
    <div className="max-w-[620px]">
      <PageHeader above={<Breadcrumbs crumbs={[{ label: words.people, href: `${base}/studio/people` }, { label: words.title, href: `${base}/studio/people/fields` }, { label: words.new }]} />} title={words.new} />
      <div className="mt-7">
        <FormFaultList faults={actionData} beside={fieldFormNames} />
        <FieldForm values={{ label: '', hint: '', kind: 'text', choices: '', access: 'staff', isRequired: false, isListed: false }} faults={actionData} submit={words.make} />
      </div>
    </div>
  )
}
