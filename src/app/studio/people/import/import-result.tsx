import { redirect } from 'react-router'
import { applyImport, discardImport, readImport, stopImport, takeBackImport } from '#modules/tenancy/index.ts'
import { faultyOutcomes, importOutcomes, type ImportOutcome } from '#modules/tenancy/imports/import.schema.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Notice } from '#ui/notice.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { FormFaultList } from '../../../marketing/form-fault-list.tsx'
import { readSentForm } from '../../../read-sent-form.ts'
import { requestContext } from '../../../request-context.ts'
import { requireStudio } from '../../../require-viewer.ts'
import { answering, answeringForm } from '../../../respond.ts'
import { useLive } from '../../../use-live.ts'
import type { Route } from './+types/import-result.ts'
import { ImportDeeds } from './import-deeds.tsx'
import { ImportRows } from './import-rows.tsx'
import { importView, outcomeWords, type ImportView } from './import-view.ts'

export const meta: Route.MetaFunction = () => [{ title: 'Invite many' }]

export const loader = answering(async ({ request, params, context }: Route.LoaderArgs) => {
  const { ctx } = await requireStudio(context, request, 'people.manage')
  const { base, tenant } = context.get(requestContext)
  const { searchParams } = new URL(request.url)
  const shown = importOutcomes.find((outcome) => outcome === searchParams.get('outcome')) ?? null
  const afterNumber = Number(searchParams.get('after')) || 0
  const page = await readImport(ctx, { importId: params.importId ?? '', outcomes: shown ? [shown] : null, afterNumber: Math.min(Math.max(0, Math.trunc(afterNumber)), 2 ** 31 - 1) })
  return { base, shown, isFirst: afterNumber === 0, import: importView(page.import), rows: page.rows, nextAfter: page.nextAfter, takenBack: Number(searchParams.get('taken-back')) || 0, locale: tenant?.locale ?? 'en' }
})

export const action = answeringForm(async ({ request, params, context }: Route.ActionArgs) => {
  const { ctx } = await requireStudio(context, request, 'people.manage')
  const people = `${context.get(requestContext).base}/studio/people`
  const importId = params.importId ?? ''
  const intent = (await readSentForm(request)).get('intent')
  if (intent === 'discard') {
    await discardImport(ctx, importId)
    throw redirect(`${people}/invitations?state=discarded`, 303)
  }
  if (intent === 'take-back') {
    const count = await takeBackImport(ctx, importId)
    throw redirect(`${people}/import/${importId}?taken-back=${count}`, 303)
  }
  await (intent === 'stop' ? stopImport(ctx, importId) : applyImport(ctx, importId))
  throw redirect(`${people}/import/${importId}`, 303)
})

/** What each row would come to or came to, and what can be done about it. */
export default function ImportResult({ loaderData, actionData }: Route.ComponentProps) {
  const { base, import: found, shown, isFirst, rows, nextAfter, takenBack, locale } = loaderData
  useLive(['people'])
  const here = `${base}/studio/people/import/${found.id}`
  const address = (change: Record<string, string>) => `${here}?${new URLSearchParams({ ...(shown ? { outcome: shown } : {}), ...change })}`
  const present = importOutcomes.filter((outcome) => found.counts[outcome] > 0)
  const faulty = faultyOutcomes.reduce((sum, outcome) => sum + found.counts[outcome], 0)
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: 'Invitations', href: `${base}/studio/people/invitations` }, { label: 'Invite many', href: `${base}/studio/people/import` }, { label: 'Rows' }]} />}
        title={titleOf(found, locale)}
        text={found.state === 'checked' ? 'Nothing is sent yet.' : undefined}
      />
      <FormFaultList faults={actionData} className="mt-5" />
      {takenBack > 0 ? <Notice tone="good" title={takenBack === 1 ? '1 invitation is taken back' : `${takenBack} invitations are taken back`} className="mt-5" /> : null}
      <ImportDeeds found={found} faulty={faulty} faultsHref={`${here}/faults.csv`} locale={locale} />
      <Tabs
        label="Rows by what becomes of them"
        className="mt-8"
        tabs={[{ outcome: null, label: 'All rows', count: found.total }, ...present.map((outcome) => ({ outcome, label: outcomeWords[outcome].many, count: found.counts[outcome] }))].map((tab) => ({
          href: tab.outcome ? `${here}?outcome=${tab.outcome}` : here,
          label: tab.label,
          count: tab.count,
          current: tab.outcome === shown,
        }))}
      />
      <div className="mt-4">
        <ImportRows rows={rows} />
        <Pagination label="Rows" newer="From the start" older="Next 100" newerHref={isFirst ? null : address({})} olderHref={nextAfter ? address({ after: String(nextAfter) }) : null} />
      </div>
    </>
  )
}

function titleOf({ state, counts, total }: ImportView, locale: string): string {
  const count = (outcome: ImportOutcome) => counts[outcome].toLocaleString(locale)
  if (state === 'checked') return counts.new === 0 ? `Nobody new in ${total === 1 ? 'this row' : `these ${total.toLocaleString(locale)} rows`}` : `${count('new')} of ${total.toLocaleString(locale)} rows are new people`
  if (state === 'running') return `${count('sent')} of ${(counts.sent + counts.new).toLocaleString(locale)} invited`
  if (state === 'stopped') return `Stopped after ${count('sent')} of ${(counts.sent + counts.new).toLocaleString(locale)}`
  return counts.sent === 1 ? '1 person is invited' : `${count('sent')} people are invited`
}
