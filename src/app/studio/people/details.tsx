import { redirect } from 'react-router'
import { changeFieldsOf, readFieldsOf, readPerson } from '#modules/tenancy/index.ts'
import { readFieldWords } from '#modules/tenancy/fields/field.schema.ts'
import { CustomFieldInputs } from '#modules/tenancy/ui/custom-field-inputs.tsx'
import { customFieldWords } from '#modules/tenancy/ui/words/custom-field-words.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { FormFaultList } from '../../marketing/form-fault-list.tsx'
import { readSentForm } from '../../read-sent-form.ts'
import { requestContext } from '../../request-context.ts'
import { requireStudio } from '../../require-viewer.ts'
import { answering, answeringForm } from '../../respond.ts'
import { peopleWords } from '../../words/people-words.ts'
import type { Route } from './+types/details.ts'

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.person.name ? customFieldWords().detailsOf(loaderData.person.name) : customFieldWords().detailsTitle }]

export const loader = answering(async ({ request, params, context }: Route.LoaderArgs) => {
  const { ctx } = await requireStudio(context, request, 'people.manage')
  const person = await readPerson(ctx, params.membershipId)
  return { base: context.get(requestContext).base, person: { name: person.name, membershipId: person.membershipId }, fields: await readFieldsOf(ctx, person.membershipId) }
})

export const action = answeringForm(async ({ request, params, context }: Route.ActionArgs) => {
  const { ctx } = await requireStudio(context, request, 'people.manage')
  const { base } = context.get(requestContext)
  const form = await readSentForm(request)
  await changeFieldsOf(ctx, params.membershipId, (field) => readFieldWords(form, field))
  throw redirect(`${base}/studio/people/${params.membershipId}?state=details`, 303)
})

/** What the school's own fields hold of one person. */
export default function Details({ loaderData: { base, person, fields }, actionData }: Route.ComponentProps) {
  const words = customFieldWords()
  const back = `${base}/studio/people/${person.membershipId}`
  return (
    <div className="max-w-[620px]">
      <PageHeader above={<Breadcrumbs crumbs={[{ label: words.people, href: `${base}/studio/people` }, { label: person.name || peopleWords().noNameYet, href: back }, { label: words.detailsTitle }]} />} title={person.name ? words.detailsOf(person.name) : words.detailsTitle} />
      <div className="mt-7">
        <FormFaultList faults={actionData} />
        {fields.length === 0 ? (
          <EmptyState title={words.emptyTitle} action={<ButtonLink variant="main" href={`${base}/studio/people/fields/new`}>{words.emptyAction}</ButtonLink>}>
            {words.emptyText}
          </EmptyState>
        ) : (
          <form method="post" noValidate className="grid gap-6">
            <CustomFieldInputs fields={fields} values={actionData?.values} errors={actionData?.fieldErrors ?? {}} />
            <Button type="submit" variant="main" className="justify-self-start">
              {words.saveDetails}
            </Button>
          </form>
        )}
      </div>
    </div>
  )
}
