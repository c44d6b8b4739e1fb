import { redirect } from 'react-router'
import { SchoolFrame } from '#modules/catalog/ui/school-frame.tsx'
import { changeOwnAnswer, readOwnAnswers } from '#modules/consents/index.ts'
import { OwnConsents } from '#modules/consents/ui/own-consents.tsx'
import { libraryWords } from '#modules/learning/ui/words/library-words.ts'
import { changeOwnFields, readOwnFields } from '#modules/tenancy/index.ts'
import { readFieldWords } from '#modules/tenancy/fields/field.schema.ts'
import { OwnFields } from '#modules/tenancy/ui/own-fields.tsx'
import { customFieldWords } from '#modules/tenancy/ui/words/custom-field-words.ts'
import { OwnDataParts } from '#modules/privacy/ui/own-data.tsx'
import { currentLocale } from '#platform/i18n/locale.ts'
import { Notice } from '#ui/notice.tsx'
import { FormFaultList } from '../../marketing/form-fault-list.tsx'
import { readSentForm } from '../../read-sent-form.ts'
import { changeOwnData, readOwnData } from '../../own-data-page.ts'
import { requestContext } from '../../request-context.ts'
import { answering, answeringForm } from '../../respond.ts'
import { schoolPage } from '../catalog/school-page.ts'
import type { Route } from './+types/own-data.ts'
import { enterLearning } from './enter-learning.ts'

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title }, { name: 'robots', content: 'noindex' }]

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const { ctx, tenant, base, scope, role } = await enter(context, request)
  const { app } = context.get(requestContext)
  const consents = (await readOwnAnswers(ctx)).map(({ documentId, title, isRequired, last }) => ({ documentId, title, isRequired, href: `${base}/documents/${documentId}`, last: last && { ...last, at: last.at.toISOString() } }))
  return { consents, isSaved: new URL(request.url).searchParams.get('state') === 'details', fields: await readOwnFields(ctx), page: await schoolPage(context, request, role), own: await readOwnData(app, scope, { school: tenant.name, zone: tenant.time_zone, locale: currentLocale() }), title: libraryWords().yourDataAt(tenant.name) }
})

export const action = answeringForm(async ({ request, context }: Route.ActionArgs) => {
  const { ctx, scope, base } = await enter(context, request)
  const form = await readSentForm(request.clone())
  const intent = form.get('intent')
  if (intent === 'take-back' || intent === 'agree') {
    await changeOwnAnswer(ctx, String(form.get('id') ?? ''), { agrees: intent === 'agree' })
    throw redirect(`${base}/learn/data`, 303)
  }
  if (intent === 'save-details') {
    await changeOwnFields({ ...context.get(requestContext).app.systemCtx, ...ctx }, (field) => readFieldWords(form, field))
    throw redirect(`${base}/learn/data?state=details`, 303)
  }
  return changeOwnData(context.get(requestContext).app, scope, request, `${base}/learn/data`)
})

/** Who has left still has data here, so no membership is asked for. */
async function enter(context: Route.LoaderArgs['context'], request: Request) {
  const { ctx, tenant, viewer, base } = await enterLearning(context, request)
  const role = await ctx.inTenant(async (opened) => opened.role)
  return { ctx, tenant, base, role, scope: { userId: viewer.userId, organizationId: ctx.organizationId } }
}

/** One's own data at this school, and the way out of it. */
export default function OwnData({ loaderData, actionData }: Route.ComponentProps) {
  const words = libraryWords()
  const { page, own, consents, fields } = loaderData
  return (
    <SchoolFrame {...page}>
      <div className="wrap pb-20 pt-6 sm:pt-10">
        <div className="max-w-[640px]">
          <h1 className="display text-[2.25rem] leading-tight sm:text-3xl">{words.yourData}</h1>
          <p className="mb-9 mt-2 text-ink-2">
            {words.atSchool(page.school.name)}{' '}
            <a href={page.links ? `${page.links.account}/data` : undefined} className="link">
              {words.yourAccount}
            </a>
            .
          </p>
          {loaderData.isSaved ? <Notice tone="good" title={customFieldWords().ownSaved} className="mb-6" /> : null}
          <FormFaultList faults={actionData} className="mb-6" />
          <OwnFields fields={fields} locale={page.school.locale} values={actionData?.values} errors={actionData?.fieldErrors ?? {}} />
          <OwnConsents consents={consents} zone={own.zone} locale={page.school.locale} />
          <OwnDataParts {...own} />
        </div>
      </div>
    </SchoolFrame>
  )
}
