import { redirect } from 'react-router'
import { inviteMember } from '#modules/tenancy/index.ts'
import { invitedRoles, inviteForm } from '#modules/tenancy/invitations/invitation.schema.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { RadioCards } from '#ui/radio-cards.tsx'
import { TextField } from '#ui/text-field.tsx'
import { focusFirstFault, FormFaultList } from '../../marketing/form-fault-list.tsx'
import { parseForm } from '../../parse-form.ts'
import { requestContext } from '../../request-context.ts'
import { readSentForm } from '../../read-sent-form.ts'
import { requireStudio } from '../../require-viewer.ts'
import { answering, answeringForm } from '../../respond.ts'
import { peopleWords } from '../../words/people-words.ts'
import type { Route } from './+types/invite.ts'
import { useRoleWords } from './role-words.ts'

export const meta: Route.MetaFunction = () => [{ title: peopleWords().inviteSomeone }]

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  await requireStudio(context, request, 'people.manage')
  return { base: context.get(requestContext).base }
})

export const action = answeringForm(async ({ request, context }: Route.ActionArgs) => {
  const { ctx } = await requireStudio(context, request, 'people.manage')
  const { app, base } = context.get(requestContext)
  await inviteMember({ ...ctx, config: app.config }, parseForm(inviteForm, await readSentForm(request)))
  throw redirect(`${base}/studio/people/invitations?state=invited`)
})

export default function Invite({ loaderData, actionData }: Route.ComponentProps) {
  const words = peopleWords()
  const here = `${loaderData.base}/studio/people/invitations`
  const roleWords = useRoleWords()
  return (
    <div className="max-w-[560px]">
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: words.invitations, href: here }, { label: words.invite }]} />}
        title={words.inviteSomeone}
        text={words.theyGetMail}
      />
      <div className="mt-7">
        <FormFaultList faults={actionData} />
        <form method="post" noValidate className="grid gap-7">
          <TextField
            label={words.email}
            name="email"
            type="email"
            inputMode="email"
            autoComplete="off"
            required
            defaultValue={actionData?.values.email}
            error={actionData?.fieldErrors.email}
            {...focusFirstFault(actionData)('email')}
          />
          <RadioCards
            label={words.role}
            name="role"
            defaultValue={actionData?.values.role ?? 'instructor'}
            error={actionData?.fieldErrors.role}
            choices={invitedRoles.map((role) => ({ value: role, label: roleWords[role].label, hint: roleWords[role].text }))}
          />
          <div className="flex flex-wrap gap-2.5">
            <Button type="submit" variant="main">
              {words.sendInvitation}
            </Button>
            <ButtonLink variant="quiet" href={here}>
              {words.cancel}
            </ButtonLink>
          </div>
        </form>
      </div>
    </div>
  )
}
