import { redirect } from 'react-router'
import { changeProfile, readProfile } from '#modules/tenancy/index.ts'
import { profileForm } from '#modules/tenancy/profiles/profile-form.schema.ts'
import { profileTypesOf } from '#modules/tenancy/profiles/profile-types.schema.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { TextareaField } from '#ui/textarea-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { FormFaultList } from '../../marketing/form-fault-list.tsx'
import { parseForm } from '../../parse-form.ts'
import { requestContext } from '../../request-context.ts'
import { readSentForm } from '../../read-sent-form.ts'
import { requireStudio } from '../../require-viewer.ts'
import { answering, answeringForm } from '../../respond.ts'
import { profilePageWords } from '../../words/profile-words.ts'
import type { Route } from './+types/profile.ts'
import { ProfileFields } from './profile-fields.tsx'

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.profile.displayName ? profilePageWords().of(loaderData.profile.displayName) : profilePageWords().profile }]

export const loader = answering(async ({ request, params, context }: Route.LoaderArgs) => {
  const { ctx, viewer } = await requireStudio(context, request, 'studio.enter')
  const { base, tenant } = context.get(requestContext)
  const profile = await readProfile(ctx, params.membershipId ?? '')
  return { base, home: base || '/', profile, isSelf: profile.userId === viewer.userId, currency: (tenant?.currency ?? '').toUpperCase(), isSaved: new URL(request.url).searchParams.get('state') === 'saved' }
})

export const action = answeringForm(async ({ request, params, context }: Route.ActionArgs) => {
  const { ctx } = await requireStudio(context, request, 'studio.enter')
  const { app, base } = context.get(requestContext)
  const { membershipId } = await readProfile(ctx, params.membershipId ?? '')
  const form = await readSentForm(request)
  const { isPublic, headline, ...said } = parseForm(profileForm, form)
  await changeProfile({ ...ctx, inSystem: app.systemCtx.inSystem }, { ...said, title: headline, membershipId, isPublic: isPublic === 'on', fields: fieldsOf(form, said.type) })
  throw redirect(`${base}/studio/people/${membershipId}/profile?state=saved`)
})

/** What a member says of themselves, as the school's pages show it. */
export default function ProfilePage({ loaderData, actionData }: Route.ComponentProps) {
  const { base, home, profile, isSelf, currency, isSaved } = loaderData
  const words = profilePageWords()
  const name = profile.displayName || words.noName
  const said = (field: string, now: string) => ({ name: field, defaultValue: actionData?.values[field] ?? now, error: actionData?.fieldErrors[field] })
  return (
    <div className="max-w-[620px]">
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: words.people, href: `${base}/studio/people` }, { label: name, href: `${base}/studio/people/${profile.membershipId}` }, { label: words.profile }]} />}
        title={isSelf ? words.yours : words.of(name)}
        text={profile.isPublic ? words.isRead : words.teamOnly}
      />
      {isSaved ? (
        <Notice tone="good" title={words.saved} className="mt-6" action={profile.isPublic ? <a href={`${home}#teachers`} className="link touch text-sm">{words.seeOnSite}</a> : null} />
      ) : null}
      <FormFaultList faults={actionData} className="mt-6" />
      <form method="post" noValidate className="group/profile mt-7 grid gap-6">
        <TextField label={words.name} autoComplete="name" maxLength={120} required {...said('displayName', profile.displayName)} />
        <TextField label={words.headline} hint={words.headlineHint} maxLength={80} optional {...said('headline', profile.title)} />
        <TextareaField label={words.about} hint={words.aboutHint} rows={4} maxLength={600} optional {...said('bio', profile.bio)} />
        <ProfileFields types={profileTypesOf(profile.preset)} profile={profile} currency={currency} faults={actionData} />
        {profile.maySetPublic ? (
          <CheckboxField label={words.show} hint={words.showHint} name="isPublic" defaultChecked={actionData ? actionData.values.isPublic === 'on' : profile.isPublic} error={actionData?.fieldErrors.isPublic} />
        ) : null}
        <Button type="submit" variant="main" className="justify-self-start">
          {words.save}
        </Button>
      </form>
    </div>
  )
}

/** The fields of the chosen type: those of the others were hidden, and are not read. */
function fieldsOf(form: FormData, type: string): Record<string, string> {
  const own = [...form].filter((field): field is [string, string] => typeof field[1] === 'string' && field[0].startsWith(`${type}.`))
  return Object.fromEntries(own.map(([name, value]) => [name.slice(type.length + 1), value]))
}
