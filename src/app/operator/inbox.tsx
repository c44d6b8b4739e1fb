import { Inbox as InboxIcon } from 'lucide-react'
import { data, redirect } from 'react-router'
import { z } from 'zod'
import { askProvider, canAskFor, readInbox } from '#modules/operations/index.ts'
import { matchingMax, reachMax, readInboxFilter, writeInboxFilter } from '#modules/operations/inbox/inbox-filter.schema.ts'
import { AskClerk, type AskOutcome } from '#modules/operations/ui/ask-clerk.tsx'
import { ErrorKinds } from '#modules/operations/ui/error-kinds.tsx'
import { EventList } from '#modules/operations/ui/event-list.tsx'
import { figure } from '#modules/operations/ui/figures.ts'
import { InboxFilterForm } from '#modules/operations/ui/inbox-filter-form.tsx'
import { Instant } from '#modules/operations/ui/instant.tsx'
import { PersonNote } from '#modules/operations/ui/person-note.tsx'
import { inboxWords } from '#modules/operations/ui/words/inbox-words.ts'
import { installationWords } from '#modules/operations/ui/words/installation-words.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Tabs } from '#ui/tabs.tsx'
import type { Route } from './+types/inbox.ts'
import { FormFaultList } from '../marketing/form-fault-list.tsx'
import { parseForm } from '../parse-form.ts'
import { readSentForm } from '../read-sent-form.ts'
import { answering, answeringForm } from '../respond.ts'
import { eventView, personView } from './event-view.ts'
import { requireOperator } from './require-operator.ts'

export const meta: Route.MetaFunction = () => [{ title: installationWords().titled(installationWords().inbox) }]

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const { ctx } = await requireOperator(context)
  const { searchParams } = new URL(request.url)
  const { filter, faults } = readInboxFilter(searchParams)
  const cursor = searchParams.get('before')
  const page = await readInbox(ctx, filter, cursor)
  const values = Object.fromEntries(['status', 'provider', 'type', 'text', 'since', 'until'].map((name) => [name, readValue(searchParams, name)]))
  const view = {
    ...page,
    events: page.events.map(eventView),
    lookedBackTo: page.lookedBackTo?.toISOString() ?? null,
    kinds: page.kinds.map((kind) => ({ ...kind, lastAt: kind.lastAt.toISOString() })),
    person: page.person ? personView(page.person) : null,
    values,
    faults,
    question: writeInboxFilter(filter),
    isFirst: cursor === null,
    canAsk: (page.person === null || page.person.isGone) && canAskFor(ctx.directory, filter.text),
    asked: readOutcome(searchParams.get('asked')),
    replayed: readCount(searchParams.get('replayed')),
  }
  // A state that there is not was not typed: it narrows nothing.
  const isFaulty = Object.keys(faults).some((name) => name !== 'status')
  return data(view, { status: isFaulty ? 422 : 200 })
})

const askForm = z.object({ text: z.string().trim().min(1, { error: () => inboxWords().sayWho }).max(200) })

/** Asks the identity provider for who was looked for, and shows how that ended. */
export const action = answeringForm(async ({ request, context }: Route.ActionArgs) => {
  const { ctx, viewer } = await requireOperator(context)
  const { text } = parseForm(askForm, await readSentForm(request))
  const asked = await askProvider(ctx, text, viewer.userId)
  throw redirect(`/operator/inbox?${new URLSearchParams({ text, asked })}`)
})

/** What was asked for, as its field shows it: a time without the sign of its zone, which such a field cannot hold. */
function readValue(params: URLSearchParams, name: string): string {
  const value = params.get(name) ?? ''
  return name === 'since' || name === 'until' ? value.replace(/Z$/, '') : value
}

function readOutcome(text: string | null): AskOutcome {
  return text === 'brought' || text === 'unknown' || text === 'no-answer' ? text : null
}

function readCount(text: string | null): number | null {
  return text !== null && /^\d{1,6}$/.test(text) ? Number(text) : null
}

export default function InboxPage({ loaderData, actionData }: Route.ComponentProps) {
  const { events, counts, kinds, providers, person, values, faults, question, isFirst, replayed, canAsk, asked, lookedBackTo } = loaderData
  const words = inboxWords()
  return (
    <>
      <PageHeader title={installationWords().inbox} text={`${countsInWords(counts)} ${words.timesInUtc}`} />
      {replayed === null ? null : (
        <Notice tone="good" title={words.triedAgain(replayed)} className="mt-5">
          {words.leftAlone}
        </Notice>
      )}
      <FormFaultList faults={actionData} beside={[]} className="mt-5" />
      <StatusTabs loaderData={loaderData} />
      <InboxFilterForm values={values} faults={faults} providers={providers} />
      {question.text && (person || !canAsk) ? <PersonNote person={person} looked={question.text} className="mt-4" /> : null}
      {canAsk ? <AskClerk looked={question.text ?? ''} isGone={person !== null} outcome={asked} className="mt-2.5" /> : null}
      {isFirst && Object.keys(question).length === 0 ? <ErrorKinds kinds={kinds} /> : null}
      <div className="mt-5">
        {events.length === 0 ? <NoEvents isNarrowed={Object.keys(question).length > 0} isLookedFurther={lookedBackTo !== null} /> : <Chosen openCount={counts.open} question={question} events={events} />}
        <Pages loaderData={loaderData} />
        <FurtherBack loaderData={loaderData} />
      </div>
    </>
  )
}

function countsInWords({ open, completed }: { open: number; completed: number }): string {
  const words = inboxWords()
  if (open + completed === 0) return words.noEventFits
  if (completed === 0) return words.fitNoneDone(open)
  const standing = open === 0 ? words.allDone : words.notDone(open > matchingMax ? words.moreThan(matchingMax) : figure(open))
  return open + completed > matchingMax ? words.moreFit(matchingMax, standing) : words.fit(open + completed, standing)
}

type Loaded = { loaderData: Route.ComponentProps['loaderData'] }

function StatusTabs({ loaderData: { question, open } }: Loaded) {
  const { status, ...rest } = question
  const address = (wanted: string) => `/operator/inbox?${new URLSearchParams({ ...rest, ...(wanted ? { status: wanted } : {}) })}`.replace(/\?$/, '')
  const words = inboxWords()
  const tabs = [
    { value: '', label: words.all },
    { value: 'failed', label: words.failed, count: open.failed },
    { value: 'waiting', label: words.waiting, count: open.waiting },
    { value: 'pending', label: words.pending, count: open.pending + open.waiting },
    { value: 'completed', label: words.completed },
  ]
  return <Tabs label={words.states} className="mt-4" tabs={tabs.map(({ value, label, count }) => ({ href: address(value), label, count, current: (status ?? '') === value }))} />
}

/** The list is a form that asks what a replay would do; nothing is done before that page was read. */
function Chosen({ events, question, openCount }: Pick<Loaded['loaderData'], 'events' | 'question'> & { openCount: number }) {
  const words = inboxWords()
  const isReplayable = events.some(({ status }) => status !== 'completed')
  return (
    <form method="get" action="/operator/inbox/replay">
      {isReplayable ? (
        <div className="mb-4 flex flex-wrap items-center gap-2.5">
          <Button type="submit" size="sm">
            {words.tryChosen}
          </Button>
          <ButtonLink size="sm" href={`/operator/inbox/replay?${new URLSearchParams({ all: 'yes', ...question })}`}>
            {openCount > matchingMax ? words.tryOldest(matchingMax) : words.tryAll(openCount)}
          </ButtonLink>
        </div>
      ) : null}
      <EventList events={events} />
    </form>
  )
}

function Pages({ loaderData: { question, nextCursor, isFirst } }: Loaded) {
  const address = (more: Record<string, string>) => `/operator/inbox?${new URLSearchParams({ ...question, ...more })}`
  return <Pagination label={inboxWords().events} newer={inboxWords().newest} newerHref={isFirst ? null : address({})} olderHref={nextCursor ? address({ before: nextCursor }) : null} />
}

/** A search goes through the latest events only, and says so, with the way on. */
function FurtherBack({ loaderData: { question, lookedBackTo } }: Loaded) {
  if (lookedBackTo === null) return null
  const address = `/operator/inbox?${new URLSearchParams({ ...question, until: lookedBackTo })}`
  return (
    <p className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2 text-sm text-ink-2">
      <span>
        {inboxWords().lookedThrough(reachMax)} <Instant iso={lookedBackTo} />.
      </span>
      <ButtonLink size="sm" href={address}>
        {inboxWords().lookFurther}
      </ButtonLink>
    </p>
  )
}

function NoEvents({ isNarrowed, isLookedFurther }: { isNarrowed: boolean; isLookedFurther: boolean }) {
  const words = inboxWords()
  if (isLookedFurther) return <EmptyState icon={InboxIcon} title={words.noneSoFar}>{words.olderNotLooked}</EmptyState>
  if (isNarrowed) {
    return (
      <EmptyState icon={InboxIcon} title={words.noneFits} action={<ButtonLink href="/operator/inbox">{words.showAll}</ButtonLink>}>
        {words.keptFor}
      </EmptyState>
    )
  }
  return (
    <EmptyState icon={InboxIcon} title={words.nothingCame}>
      {words.whatComes}
    </EmptyState>
  )
}
