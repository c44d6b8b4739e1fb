import { redirect } from 'react-router'
import { applyImport, discardImport, readImport, readListedFields, stopImport, takeBackImport } from '#modules/tenancy/index.ts'
import { faultyOutcomes, importOutcomes } from '#modules/tenancy/imports/import.schema.ts'
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
import { peopleWords } from '../../../words/people-words.ts'
import type { Route } from './+types/import-result.ts'
import { ImportDeeds } from './import-deeds.tsx'
import { ImportRows } from './import-rows.tsx'
import { importView, outcomeWords, rowView, type ImportView } from './import-view.ts'

export const meta: Route.MetaFunction = () => [{ title: peopleWords().inviteMany }]

export const loader = answering(async ({ request, params, context }: Route.LoaderArgs) => {
  const { ctx } = await requireStudio(context, request, 'people.manage')
  const { base, locale } = context.get(requestContext)
  const { searchParams } = new URL(request.url)
  const shown = importOutcomes.find((outcome) => outcome === searchParams.get('outcome')) ?? null
  const afterNumber = Number(searchParams.get('after')) || 0
  const page = await readImport(ctx, { importId: params.importId ?? '', outcomes: shown ? [shown] : null, afterNumber: Math.min(Math.max(0, Math.trunc(afterNumber)), 2 ** 31 - 1) })
  const { fields } = await readListedFields(ctx, [])
  return { base, shown, isFirst: afterNumber === 0, import: importView(page.import), rows: page.rows.map((row) => rowView(row, fields, locale)), nextAfter: page.nextAfter, takenBack: Number(searchParams.get('taken-back')) || 0 }
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
  const words = peopleWords()
  const { base, import: found, shown, isFirst, rows, nextAfter, takenBack } = loaderData
  useLive(['people'])
  const here = `${base}/studio/people/import/${found.id}`
  const address = (change: Record<string, string>) => `${here}?${new URLSearchParams({ ...(shown ? { outcome: shown } : {}), ...change })}`
  const present = importOutcomes.filter((outcome) => found.counts[outcome] > 0)
  const faulty = faultyOutcomes.reduce((sum, outcome) => sum + found.counts[outcome], 0)
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: words.invitations, href: `${base}/studio/people/invitations` }, { label: words.inviteMany, href: `${base}/studio/people/import` }, { label: words.rows }]} />}
        title={titleOf(found)}
        text={found.state === 'checked' ? words.nothingSent : undefined}
      />
      <FormFaultList faults={actionData} className="mt-5" />
      {takenBack > 0 ? <Notice tone="good" title={words.invitationsTaken(takenBack)} className="mt-5" /> : null}
      <ImportDeeds found={found} faulty={faulty} faultsHref={`${here}/faults.csv`} />
      <Tabs
        label={words.rowsByOutcome}
        className="mt-8"
        tabs={[{ outcome: null, label: words.allRows, count: found.total }, ...present.map((outcome) => ({ outcome, label: outcomeWords()[outcome].many, count: found.counts[outcome] }))].map((tab) => ({
          href: tab.outcome ? `${here}?outcome=${tab.outcome}` : here,
          label: tab.label,
          count: tab.count,
          current: tab.outcome === shown,
        }))}
      />
      <div className="mt-4">
        <ImportRows rows={rows} />
        <Pagination label={words.rows} newer={words.fromStart} older={words.next100} newerHref={isFirst ? null : address({})} olderHref={nextAfter ? address({ after: String(nextAfter) }) : null} />
      </div>
    </>
  )
}

function titleOf({ state, counts, total }: ImportView): string {
  const words = peopleWords()
  const wanted = counts.sent + counts.new
  if (wanted === 0 && counts.details > 0) return words.detailsOfRows(counts.details, total)
  if (wanted === 0 && counts.filled > 0) return words.detailsAreFilled(counts.filled)
  if (state === 'checked') return counts.new === 0 ? words.nobodyNew(total) : words.newOfRows(counts.new, total)
  if (state === 'running') return words.sentOfWanted(counts.sent, wanted)
  return state === 'stopped' ? words.stoppedAfter(counts.sent, wanted) : words.areInvited(counts.sent)
}
