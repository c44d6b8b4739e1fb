import { redirect } from 'react-router'
import { answerOwed, boxOf, readOwed, readTicks } from '#modules/consents/index.ts'
import { AskForm } from '#modules/consents/ui/ask-form.tsx'
import { consentWords } from '#modules/consents/ui/words/consent-words.ts'
import { SchoolFrame } from '#modules/catalog/ui/school-frame.tsx'
import { FormFaultList } from '../../marketing/form-fault-list.tsx'
import { pathOfNext } from '../../marketing/way-back.ts'
import { readSentForm } from '../../read-sent-form.ts'
import { requestContext } from '../../request-context.ts'
import { answering, answeringForm } from '../../respond.ts'
import type { RouteHandle } from '../../page-needs.ts'
import { schoolPage } from '../catalog/school-page.ts'
import { enterLearning } from '../learn/enter-learning.ts'
import type { Route } from './+types/agree.ts'
import { putOff } from './ask-what-is-owed.ts'

export const handle: RouteHandle = { isStatic: true, keepsSession: true }

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const { ctx, tenant, base } = await enterLearning(context, request)
  const next = onward(new URL(request.url).searchParams.get('next'), base)
  const owed = await readOwed(ctx)
  if (owed.documents.length === 0) throw redirect(next, 303)

  const role = await ctx.inTenant(async (opened) => opened.role)
  return {
    page: await schoolPage(context, request, role),
    canWait: owed.canWait,
    next,
    zone: tenant.time_zone,
    documents: owed.documents.map((document) => ({
      documentId: document.documentId, box: boxOf(document.documentId), versionId: document.versionId, number: document.number, title: document.title,
      bodyHtml: document.bodyHtml, changeNote: document.changeNote, publishedAt: document.publishedAt.toISOString(), isRequired: document.isRequired,
      hasChanged: document.last !== null,
      waitsUntil: owed.canWait && document.isRequired ? document.bindingAt.toISOString() : null,
    })),
    title: `${consentWords().askTitle(tenant.name)}`,
  }
})

export const action = answeringForm(async ({ request, context }: Route.ActionArgs) => {
  const { ctx, base } = await enterLearning(context, request)
  const form = await readSentForm(request)
  const next = onward(String(form.get('next') ?? ''), base)
  if (form.get('intent') === 'later' && (await readOwed(ctx)).canWait) putOff(context)
  else await answerOwed(ctx, readTicks(form))
  throw redirect(next, 303)
})

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? consentWords().documents }, { name: 'robots', content: 'noindex' }]

/** Asks who comes to learn for what the school needs from them, calmly: the text, what changed, yes or not now. */
export default function Agree({ loaderData, actionData }: Route.ComponentProps) {
  const { page, documents, canWait, next, zone } = loaderData
  const words = consentWords()
  const { school, base } = page
  return (
    <SchoolFrame {...page}>
      <div className="wrap pb-20 pt-6 sm:pt-10">
        <div className="mx-auto max-w-[720px]">
          <h1 className="display text-[2rem] leading-tight sm:text-[2.5rem]">{words.askTitle(school.name)}</h1>
          <p className="mb-9 mt-2 text-ink-2">{documents.some(({ hasChanged }) => hasChanged) ? words.askChangedText : words.askText}</p>
          <FormFaultList faults={actionData} beside={documents.map(({ box }) => box)} />
          <AskForm documents={documents} canWait={canWait} next={next} zone={zone} locale={school.locale} ticked={actionData?.values ?? {}} errors={actionData?.fieldErrors ?? {}} />
          {canWait ? null : <p className="mt-6 text-sm text-ink-2">{words.mustNow(school.name)}</p>}
          <p className="mt-3 flex flex-wrap gap-x-6 text-sm">
            <a href={`${base}/learn/data`} className="link inline-flex min-h-11 items-center text-ink-2">
              {words.yourData}
            </a>
          </p>
        </div>
      </div>
    </SchoolFrame>
  )
}

/** Back to where they were going; only within this school, and never to this page again. */
function onward(next: string | null, base: string): string {
  const path = pathOfNext(next)
  return path === '/' || !path.startsWith(`${base}/`) || path.startsWith(`${base}/agree`) ? `${base}/learn` : path
}
