import { redirect } from 'react-router'
import { changeField, readDefinedField, removeField } from '#modules/tenancy/index.ts'
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
import { AskedTwice } from '../../asked-twice.tsx'
import type { Route } from './+types/field.ts'
import { FieldForm, fieldFormNames } from './field-form.tsx'

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.field.label ?? customFieldWords().title }]

export const loader = answering(async ({ request, context, params }: Route.LoaderArgs) => {
  const { ctx } = await requireStudio(context, request, 'people.manage')
  return { base: context.get(requestContext).base, field: await readDefinedField(ctx, params.fieldId) }
})

export const action = answeringForm(async ({ request, context, params }: Route.ActionArgs) => {
  const { ctx } = await requireStudio(context, request, 'people.manage')
  const here = `${context.get(requestContext).base}/studio/people/fields`
  const form = await readSentForm(request)
  if (form.get('intent') === 'remove') {
    await removeField(ctx, params.fieldId)
    throw redirect(`${here}?state=removed`, 303)
  }
  await changeField(ctx, params.fieldId, parseForm(fieldForm, form))
  throw redirect(`${here}?state=saved`, 303)
})

export default function FieldPage({ loaderData: { base, field }, actionData }: Route.ComponentProps) {
  const words = customFieldWords()
  return (
    <div className="max-w-[620px]">
      <PageHeader above={<Breadcrumbs crumbs={[{ label: words.people, href: `${base}/studio/people` }, { label: words.title, href: `${base}/studio/people/fields` }, { label: field.label }]} />} title={field.label} />
      <div className="mt-7">
        <FormFaultList faults={actionData} beside={fieldFormNames} />
        <FieldForm values={{ ...field, choices: field.choices.join('\n') }} faults={actionData} submit={words.save} filled={field.filled + field.filledBefore} />
      </div>
      <AskedTwice title={words.remove} text={words.removeText(field.filled, field.filledBefore)} sure={words.removeSure} keep={words.keep} intent="remove" />
    </div>
  )
}
