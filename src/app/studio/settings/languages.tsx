import { redirect } from 'react-router'
import { chooseLanguages, readLanguages } from '#modules/tenancy/index.ts'
import { languagesForm, offerField } from '#modules/tenancy/organizations/languages.schema.ts'
import { languageNames, languageOf, languages } from '#platform/i18n/languages.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { FormFaultList } from '../../marketing/form-fault-list.tsx'
import { parseForm } from '../../parse-form.ts'
import { readSentForm } from '../../read-sent-form.ts'
import { requestContext } from '../../request-context.ts'
import { requireStudio } from '../../require-viewer.ts'
import { answering, answeringForm } from '../../respond.ts'
import { languageWords } from '../../words/language-words.ts'
import type { Route } from './+types/languages.ts'

export const meta: Route.MetaFunction = () => [{ title: languageWords().title }]

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const { ctx } = await requireStudio(context, request, 'school.manage')
  const { base } = context.get(requestContext)
  const { locale, languages: others } = await readLanguages(ctx)
  return { own: languageOf(locale) ?? 'en', others, base, isSaved: new URL(request.url).searchParams.get('state') === 'saved' }
})

export const action = answeringForm(async ({ request, context }: Route.ActionArgs) => {
  const { ctx } = await requireStudio(context, request, 'school.manage')
  await chooseLanguages(ctx, parseForm(languagesForm, await readSentForm(request)))
  throw redirect(`${context.get(requestContext).base}/studio/settings/languages?state=saved`)
})

export default function Languages({ loaderData, actionData }: Route.ComponentProps) {
  const { own, others, base, isSaved } = loaderData
  const words = languageWords()
  return (
    <div className="max-w-[680px]">
      <Breadcrumbs crumbs={[{ label: words.settings, href: `${base}/studio/settings` }, { label: words.title }]} className="mb-3" />
      <PageHeader title={words.title} text={words.text} />
      <div className="mt-7">
        {isSaved ? (
          <Notice tone="good" title={words.saved} className="mb-6" action={<a href={base || '/'} className="link font-medium">{words.seeFirstPage}</a>}>
            {words.savedText}
          </Notice>
        ) : null}
        <FormFaultList faults={actionData} beside={['ownLanguage', ...languages.map(offerField)]} />
        <form method="post" noValidate className="grid gap-7">
          <SelectField
            label={words.own}
            hint={words.ownHint}
            name="ownLanguage"
            defaultValue={actionData?.values.ownLanguage ?? own}
            error={actionData?.fieldErrors.ownLanguage}
            options={languages.map((language) => ({ value: language, label: languageNames[language] }))}
          />
          <fieldset>
            <legend className="text-sm font-medium">{words.also}</legend>
            <p className="text-sm text-ink-2">{words.alsoHint}</p>
            {languages.map((language) => (
              <CheckboxField
                key={language}
                name={offerField(language)}
                label={<span lang={language}>{languageNames[language]}</span>}
                defaultChecked={actionData ? actionData.values[offerField(language)] === 'on' : language === own || others.includes(language)}
                error={actionData?.fieldErrors[offerField(language)]}
              />
            ))}
          </fieldset>
          <Button type="submit" variant="main" className="justify-self-start">
            {words.save}
          </Button>
        </form>
      </div>
    </div>
  )
}
