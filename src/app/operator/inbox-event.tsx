import { Fragment } from 'react'
import { z } from 'zod'
import { readInboxEvent } from '#modules/operations/index.ts'
import { EventStory } from '#modules/operations/ui/event-story.tsx'
import { PersonNote } from '#modules/operations/ui/person-note.tsx'
import { StateChip } from '#modules/operations/ui/state-chip.tsx'
import { awaitedWord } from '#modules/operations/ui/state-words.ts'
import { inboxWords } from '#modules/operations/ui/words/inbox-words.ts'
import { installationWords } from '#modules/operations/ui/words/installation-words.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button } from '#ui/button.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader, SectionHeader } from '#ui/page-header.tsx'
import type { Route } from './+types/inbox-event.ts'
import { answering } from '../respond.ts'
import { eventView, personView } from './event-view.ts'
import { requireOperator } from './require-operator.ts'
import { useRefresh } from './use-refresh.ts'

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: installationWords().titled(loaderData?.event.type ?? inboxWords().event) }]

export const loader = answering(async ({ request, context, params }: Route.LoaderArgs) => {
  const { ctx } = await requireOperator(context)
  const id = z.uuid().safeParse(params.eventId).data
  if (!id) throw new NotFound()
  const { reason, payload, person, lastAttemptAt, ...event } = await readInboxEvent(ctx, id)
  return {
    event: eventView(event),
    lastAttemptAt: lastAttemptAt?.toISOString() ?? null,
    reason,
    payload,
    person: person ? personView(person) : null,
    isReplayed: new URL(request.url).searchParams.has('replayed'),
  }
})

export default function InboxEventPage({ loaderData }: Route.ComponentProps) {
  const { event, lastAttemptAt, reason, payload, person, isReplayed } = loaderData
  const words = inboxWords()
  // Whoever pressed waits for what comes of it.
  useRefresh(isReplayed && event.status === 'pending' ? 1000 : undefined)
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: installationWords().inbox, href: '/operator/inbox' }, { label: event.type }]} />}
        title={
          <span className="flex flex-wrap items-center gap-3 wrap-anywhere">
            <EventType type={event.type} />
            <StateChip status={event.status} waitingOn={event.waitingOn} />
          </span>
        }
        text={<span className="wrap-anywhere">{`${event.provider} · ${event.eventId}`}</span>}
        actions={event.status === 'completed' ? null : <TryAgain id={event.id} />}
      />
      {isReplayed && event.status !== 'completed' ? (
        <Notice tone="good" title={words.beingTried} className="mt-5">
          {words.followsItself}
        </Notice>
      ) : null}
      <Reason loaderData={loaderData} />
      {person ? <PersonNote person={person} looked="" className="mt-5" /> : null}
      <div className="mt-8 grid grid-cols-1 gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <section aria-labelledby="story-title">
          <SectionHeader title={<span id="story-title">{words.whatHappened}</span>} />
          <EventStory event={event} lastAttemptAt={lastAttemptAt} />
          <DefinitionList
            className="mt-6"
            items={[
              { term: words.triesTitle, value: String(event.attempts) },
              { term: words.deliveries, value: words.cameOften(event.deliveries) },
              ...(event.waitingOn ? [{ term: words.waitsForTitle, value: awaitedWord(event.waitingOn) }] : []),
              ...(reason && event.status === 'completed' ? [{ term: words.lastReason, value: reason }] : []),
            ]}
          />
        </section>
        <section aria-labelledby="payload-title">
          <SectionHeader title={<span id="payload-title">{words.whatItSays}</span>} />
          <p className="mb-2.5 text-sm text-ink-2">{words.masked}</p>
          {/* A text that scrolls must be reachable by the keyboard. */}
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <pre tabIndex={0} role="region" aria-label={words.payload} className="max-h-[36rem] overflow-auto rounded-md border bg-sunken p-4 font-mono text-[0.8125rem] leading-relaxed">
            {payload}
          </pre>
        </section>
      </div>
    </>
  )
}

/** Where it is longer than a phone is wide, it breaks after a dot. */
function EventType({ type }: { type: string }) {
  const parts = type.split('.')
  return (
    <span>
      {parts.map((part, index) => (
        <Fragment key={index}>
          {part}
          {index < parts.length - 1 ? <>.<wbr /></> : null}
        </Fragment>
      ))}
    </span>
  )
}

function TryAgain({ id }: { id: string }) {
  return (
    <form method="post" action="/operator/inbox/replay">
      <input type="hidden" name="ids" value={id} />
      <input type="hidden" name="back" value="event" />
      <Button type="submit" variant="main">
        {inboxWords().tryNow}
      </Button>
    </form>
  )
}

function Reason({ loaderData: { event, reason } }: Pick<Route.ComponentProps, 'loaderData'>) {
  if (!reason || event.status === 'completed') return null
  const words = inboxWords()

  return (
    <Notice tone={event.status === 'failed' ? 'bad' : 'warn'} title={event.status === 'failed' ? words.wasGivenUp : event.waitingOn ? words.waitsForMissing : words.lastTryFailed} className="mt-5">
      <span className="wrap-anywhere">{reason}</span>
    </Notice>
  )
}
