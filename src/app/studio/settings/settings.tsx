import { redirect } from 'react-router'
import { readSchoolSettings, updateSchool } from '#modules/tenancy/index.ts'
import { taglineField, updateSchoolForm } from '#modules/tenancy/organizations/organization.schema.ts'
import { offeredLanguages } from '#platform/i18n/choose-locale.ts'
import { languageOf } from '#platform/i18n/languages.ts'
import { nameOfLanguage } from '#platform/i18n/name-of-language.ts'
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
import { studioWords } from '../../words/studio-words.ts'
import type { Route } from './+types/settings.ts'

export const meta: Route.MetaFunction = () => [{ title: studioWords().settings }]

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
  const words = studioWords()
  return (
    <div className="max-w-[680px]">
      <PageHeader
        title={words.settings}
        text={<>{words.settingsText}{' '}<a href={loaderData.site} className="link">{words.site}</a>.</>}
        actions={
          <>
            <ButtonLink href={`${loaderData.base}/studio/settings/languages`}>{words.languages}</ButtonLink>
            <ButtonLink href={`${loaderData.base}/studio/settings/api`}>{words.api}</ButtonLink>
            <ButtonLink href={`${loaderData.base}/studio/settings/documents`}>{documentWords().title}</ButtonLink>
            <ButtonLink href={`${loaderData.base}/studio/settings/domains`}>{words.domains}</ButtonLink>
            <ButtonLink href={`${loaderData.base}/studio/settings/webhooks`}>{words.webhooks}</ButtonLink>
          </>
        }
      />
      <div className="mt-7">
        {loaderData.isSaved ? (
          <Notice tone="good" title={words.saved} className="mb-6" action={<a href={loaderData.home} className="link font-medium">{words.seeFirstPage}</a>}>
            {words.shownNow}
          </Notice>
        ) : null}
        <FormFaultList faults={actionData} />
        <SchoolFields settings={loaderData} faults={actionData} />
      </div>
    </div>
  )
}

/** The tagline once more, in each language in which the site can be read besides the school's own. */
function TranslatedTaglines({ settings, faults }: FieldsProps) {
  const own = languageOf(settings.locale)
  const focus = focusFirstFault(faults)
  return offeredLanguages(settings).filter((language) => language !== own).map((language) => {
    const name = taglineField(language)
    return (
      <TextField
        key={language}
        label={studioWords().taglineIn(nameOfLanguage(language))}
        optional
        lang={language}
        name={name}
        defaultValue={faults?.values[name] ?? settings.taglines[language] ?? ''}
        placeholder={settings.tagline}
        error={faults?.fieldErrors[name]}
        maxLength={160}
        {...focus(name)}
      />
    )
  })
}

type FieldsProps = { settings: Awaited<ReturnType<typeof loader>>; faults: FormFaults | undefined }

function SchoolFields({ settings, faults }: FieldsProps) {
  const words = studioWords()
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
        label={words.nameOfSchool}
        {...field('name')}
        required
        maxLength={120}
        {...(settings.isNameKeptElsewhere ? { readOnly: true, hint: words.keptAtClerk } : {})}
      />
      <TextField label={words.tagline} hint={words.taglineHint} optional {...field('tagline')} maxLength={160} />
      <TranslatedTaglines settings={settings} faults={faults} />
      <SelectField
        label={words.timeZone}
        name="timeZone"
        defaultValue={faults?.values.timeZone ?? settings.timeZone}
        error={faults?.fieldErrors.timeZone}
        options={settings.zones.map((zone) => ({ value: zone, label: zone.replace(/_/g, ' ') }))}
      />
      <p className="text-sm text-ink-3">
        {words.addressStays(new URL(settings.origin).host, settings.currency.toUpperCase())}
      </p>
      <Button type="submit" variant="main" className="justify-self-start">
        {words.save}
      </Button>
    </form>
  )
}
