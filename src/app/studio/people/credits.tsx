import { redirect } from 'react-router'
import { creditsForm, giveCredits, readCreditsOf, takeCreditsBack } from '#modules/commerce/index.ts'
import type { CreditLine } from '#modules/commerce/credits/credits.schema.ts'
import { creditWords, signed } from '#modules/commerce/ui/credits-line.tsx'
import { readPerson } from '#modules/tenancy/index.ts'
import { currentLocale } from '#platform/i18n/locale.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader, SectionHeader } from '#ui/page-header.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { TextField } from '#ui/text-field.tsx'
import { When } from '#ui/when.tsx'
import { FormFaultList } from '../../marketing/form-fault-list.tsx'
import { parseForm } from '../../parse-form.ts'
import { readSentForm } from '../../read-sent-form.ts'
import { requestContext } from '../../request-context.ts'
import { requireStudio } from '../../require-viewer.ts'
import { answering, answeringForm } from '../../respond.ts'
import { peopleWords } from '../../words/people-words.ts'
import type { Route } from './+types/credits.ts'

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData ? peopleWords().creditsOf(loaderData.name) : peopleWords().credits }]

export const loader = answering(async ({ request, params, context }: Route.LoaderArgs) => {
  const { ctx } = await requireStudio(context, request, 'credits.give')
  const { app, base, tenant } = context.get(requestContext)
  const membershipId = params.membershipId ?? ''
  const credits = await readCreditsOf(ctx, membershipId)
  const { name } = await readPerson(ctx, membershipId)
  const state = new URL(request.url).searchParams.get('state')
  return { base, membershipId, name: name || peopleWords().noNameYet, credits, state, requestKey: app.ids.next(), locale: currentLocale(), zone: tenant?.time_zone ?? 'UTC' }
})

export const action = answeringForm(async ({ request, params, context }: Route.ActionArgs) => {
  const { ctx } = await requireStudio(context, request, 'credits.give')
  const { app, base } = context.get(requestContext)
  const membershipId = params.membershipId ?? ''
  const { membershipId: id } = await readPerson(ctx, membershipId)
  const form = await readSentForm(request)
  const all = { ...app.systemCtx, ...ctx }
  const isUndo = form.get('intent') === 'take-back'
  if (isUndo) await takeCreditsBack(all, { membershipId: id, transactionId: String(form.get('transactionId')) })
  else await giveCredits(all, { membershipId: id, ...parseForm(creditsForm, form) })
  throw redirect(`${base}/studio/people/${id}/credits?state=${isUndo ? 'taken-back' : 'given'}`)
})

/** What one of the school's people has in credits, why, and a form to give more. */
export default function CreditsPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = peopleWords()
  const { base, membershipId, name, credits, state, requestKey, locale, zone } = loaderData
  return (
    <div className="max-w-[760px]">
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: words.people, href: `${base}/studio/people` }, { label: name, href: `${base}/studio/people/${membershipId}` }, { label: words.credits }]} />}
        title={creditWords(credits.balance)}
        text={words.creditsText(name)}
      />
      {state === 'given' ? <Notice tone="good" title={words.creditsGiven} className="mt-6" /> : null}
      {state === 'taken-back' ? <Notice tone="good" title={words.creditsTaken} className="mt-6" /> : null}
      <FormFaultList faults={actionData} beside={['amount', 'reason']} className="mt-6" />
      <form method="post" className="mt-7 grid gap-5 sm:max-w-[420px]">
        <input type="hidden" name="requestKey" value={requestKey} />
        <TextField label={words.howMany} name="amount" inputMode="numeric" autoComplete="off" defaultValue={actionData?.values?.amount} error={actionData?.fieldErrors.amount} />
        <TextField label={words.why} name="reason" hint={words.whyHint} defaultValue={actionData?.values?.reason} error={actionData?.fieldErrors.reason} />
        <Button type="submit" variant="main" className="justify-self-start">
          {words.giveCredits}
        </Button>
      </form>
      <section className="mt-10">
        <SectionHeader title={words.whyNumber} />
        {credits.lines.length > 0 ? <Lines lines={credits.lines} locale={locale} zone={zone} /> : <p className="text-sm text-ink-2">{words.noCreditsYet}</p>}
      </section>
    </div>
  )
}

function Lines({ lines, locale, zone }: { lines: readonly CreditLine[]; locale: string; zone: string }) {
  const words = peopleWords()
  const columns: Column<CreditLine>[] = [
    { key: 'why', header: words.why, names: true, cell: (line) => <span className="wrap-anywhere">{line.kind === 'credits-given' ? line.reason : words.takenBack(line.reason)}</span> },
    { key: 'when', header: words.when, cell: (line) => <When iso={line.postedAt} zone={zone} locale={locale} className="whitespace-nowrap text-ink-2" /> },
    { key: 'amount', header: words.credits, align: 'end', cell: (line) => <span className="font-medium tabular-nums">{signed(line.amount, locale)}</span> },
    { key: 'undo', header: words.undo, align: 'end', cell: (line) => (line.kind === 'credits-given' && !line.isTakenBack ? <TakeBack transactionId={line.transactionId} /> : null) },
  ]
  return <Table caption={words.creditsNewest} columns={columns} rows={lines} rowKey={(line) => line.transactionId} />
}

function TakeBack({ transactionId }: { transactionId: string }) {
  return (
    <form method="post">
      <input type="hidden" name="transactionId" value={transactionId} />
      <Button type="submit" variant="plain" size="sm" name="intent" value="take-back">
        {peopleWords().takeBack}
      </Button>
    </form>
  )
}
