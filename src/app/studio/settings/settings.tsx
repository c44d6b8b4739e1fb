import { redirect } from 'react-router'
import { readSchoolSettings, updateSchool } from '#modules/tenancy/index.ts'
import { updateSchoolForm } from '#modules/tenancy/organizations/organization.schema.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { focusFirstFault, FormFaultList } from '../../marketing/form-fault-list.tsx'
import { timeZones } from '../../marketing/time-zones.ts'
import { parseForm } from '../../parse-form.ts'
import { requestContext } from '../../request-context.ts'
import { readSentForm } from '../../read-sent-form.ts'
import { requireStudio } from '../../require-viewer.ts'
import { answering, answeringForm, type FormFaults } from '../../respond.ts'
import { documentWords } from '../../words/document-words.ts'
import type { Route } from './+types/settings.ts'

export const meta: Route.MetaFunction = () => [{ title: 'Settings' }]

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const { ctx } = await requireStudio(context, request, 'school.manage')
  const { base, origin } = context.get(requestContext)
  const settings = await readSchoolSettings(ctx)
  return {
    ...settings,
    zones: timeZones,
    base,
    home: base || '/',
    site: `${base}/studio/site`,
    origin,
    isSaved: new URL(request.url).searchParams.get('state') === 'saved',
  }
})

export const action = answeringForm(async ({ request, context }: Route.ActionArgs) => {
  const { ctx } = await requireStudio(context, request, 'school.manage')
  const { base } = context.get(requestContext)
  await updateSchool(ctx, parseForm(updateSchoolForm, await readSentForm(request)))
  throw redirect(`${base}/studio/settings?state=saved`)
})

export default function Settings({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <div className="max-w-[680px]">
      <PageHeader
        title="Settings"
        text={<>The name of your school and where it is. What its first page says, and the colour it wears, stand under <a href={loaderData.site} className="link">Site</a>.</>}
        actions={
          <>
            <ButtonLink href={`${loaderData.base}/studio/settings/languages`}>Languages</ButtonLink>
            <ButtonLink href={`${loaderData.base}/studio/settings/api`}>API</ButtonLink>
            <ButtonLink href={`${loaderData.base}/studio/settings/documents`}>{documentWords().title}</ButtonLink>
            <ButtonLink href={`${loaderData.base}/studio/settings/domains`}>Domains</ButtonLink>
            <ButtonLink href={`${loaderData.base}/studio/settings/webhooks`}>Webhooks</ButtonLink>
          </>
        }
      />
      <div className="mt-7">
        {loaderData.isSaved ? (
          <Notice tone="good" title="Saved" className="mb-6" action={<a href={loaderData.home} className="link font-medium">See your first page</a>}>
            Your pages show it from now on.
          </Notice>
        ) : null}
        <FormFaultList faults={actionData} />
        <SchoolFields settings={loaderData} faults={actionData} />
      </div>
    </div>
  )
}

function SchoolFields({ settings, faults }: { settings: Awaited<ReturnType<typeof loader>>; faults: FormFaults | undefined }) {
  const focus = focusFirstFault(faults)
  const field = (name: 'name' | 'tagline') => ({
    name,
    defaultValue: faults?.values[name] ?? settings[name],
    error: faults?.fieldErrors[name],
    ...focus(name),
  })
  return (
    <form method="post" noValidate className="grid gap-7">
      <TextField
        label="Name of the school"
        {...field('name')}
        required
        maxLength={120}
        {...(settings.isNameKeptElsewhere ? { readOnly: true, hint: 'Kept at Clerk: change it there, and it shows here a moment later.' } : {})}
      />
      <TextField label="Tagline" hint="One line under the name, in search results and at the foot of pages." optional {...field('tagline')} maxLength={160} />
      <SelectField
        label="Time zone"
        name="timeZone"
        defaultValue={faults?.values.timeZone ?? settings.timeZone}
        error={faults?.fieldErrors.timeZone}
        options={settings.zones.map((zone) => ({ value: zone, label: zone.replace(/_/g, ' ') }))}
      />
      <p className="text-sm text-ink-3">
        Address and currency stay as they were chosen: {new URL(settings.origin).host} · {settings.currency.toUpperCase()}
      </p>
      <Button type="submit" variant="main" className="justify-self-start">
        Save
      </Button>
    </form>
  )
}
