import { redirect } from 'react-router'
import { previewReplay, replayChosen, type ReplayFigures } from '#modules/operations/index.ts'
import { matchingMax, readInboxFilter, writeInboxFilter } from '#modules/operations/inbox/inbox-filter.schema.ts'
import { readReplayChoice } from '#modules/operations/inbox/replay-choice.schema.ts'
import { inboxWords } from '#modules/operations/ui/words/inbox-words.ts'
import { installationWords } from '#modules/operations/ui/words/installation-words.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import type { Route } from './+types/replay.ts'
import { FormFaultList } from '../marketing/form-fault-list.tsx'
import { readSentForm } from '../read-sent-form.ts'
import { answering, answeringForm } from '../respond.ts'
import { requireOperator } from './require-operator.ts'

export const meta: Route.MetaFunction = () => [{ title: installationWords().titled(inboxWords().tryAgain) }]

/** What would be done. A choice of all is closed by the moment it was read, so that nothing comes into it afterwards. */
export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const { ctx } = await requireOperator(context)
  const { searchParams } = new URL(request.url)
  if (searchParams.get('all') !== 'yes') {
    const choice = readReplayChoice({ ids: searchParams.getAll('id').join(',') })
    return { figures: await previewReplay(ctx, choice), hidden: { ids: 'ids' in choice ? choice.ids.join(',') : '' } as Record<string, string>, backHref: '/operator/inbox' }
  }
  const { filter } = readInboxFilter(searchParams)
  const closed = { ...filter, until: filter.until ?? ctx.clock.now() }
  const figures = await previewReplay(ctx, { filter: closed })
  return { figures, hidden: { all: 'yes', ...writeInboxFilter(closed) } as Record<string, string>, backHref: `/operator/inbox?${new URLSearchParams(writeInboxFilter(filter))}` }
})

export const action = answeringForm(async ({ request, context }: Route.ActionArgs) => {
  const { ctx, viewer } = await requireOperator(context)
  const form = Object.fromEntries(await readSentForm(request))
  const choice = readReplayChoice(form)
  const replayed = await replayChosen(ctx, choice, viewer.userId)
  const [only] = 'ids' in choice ? choice.ids : []
  throw redirect(form.back === 'event' && only ? `/operator/inbox/${only}?replayed=1` : `/operator/inbox?replayed=${replayed}`)
})

export default function Replay({ loaderData, actionData }: Route.ComponentProps) {
  const { figures, hidden, backHref } = loaderData
  const words = inboxWords()
  const count = Math.min(figures.failed + figures.pending, matchingMax)
  return (
    <div className="max-w-2xl">
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: installationWords().inbox, href: '/operator/inbox' }, { label: words.tryAgain }]} />}
        title={count === 0 ? words.nothingToTry : words.tryQuestion(count)}
        text={count === 0 ? words.doneAlready : undefined}
      />
      <FormFaultList faults={actionData} beside={[]} className="mt-5" />
      {count === 0 ? null : (
        <ul className="mt-5 grid gap-2 text-ink-2">
          {consequences(figures).map((one) => (
            <li key={one} className="flex gap-3 tabular-nums before:mt-2.5 before:size-1 before:shrink-0 before:rounded-full before:bg-ink-3">
              <span>{one}</span>
            </li>
          ))}
        </ul>
      )}
      <form method="post" action="/operator/inbox/replay" className="mt-7 flex flex-col-reverse gap-2.5 sm:flex-row">
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <ButtonLink href={backHref}>{count === 0 ? words.backToInbox : words.leaveThem}</ButtonLink>
        {count === 0 ? null : (
          <Button type="submit" variant="main">
            {words.tryThem(count)}
          </Button>
        )}
      </form>
    </div>
  )
}

function consequences({ failed, pending, completed, hasMore }: ReplayFigures): string[] {
  const words = inboxWords()
  return [
    ...(failed > 0 ? [words.failedBegin(failed)] : []),
    ...(pending > 0 ? [words.pendingTried(pending)] : []),
    ...(completed > 0 ? [words.completedStay(completed)] : []),
    ...(hasMore ? [words.oldestFirst(matchingMax)] : []),
    words.cannotUndo,
  ]
}
