import { z } from 'zod'
import { isAtWork, readOverview, type Overview } from '#modules/operations/index.ts'
import { decimal, duration, figure, share } from '#modules/operations/ui/figures.ts'
import { FindForm } from '#modules/operations/ui/find-form.tsx'
import { HourChart } from '#modules/operations/ui/hour-chart.tsx'
import { LatencyTable } from '#modules/operations/ui/latency-table.tsx'
import { installationWords } from '#modules/operations/ui/words/installation-words.ts'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader, SectionHeader } from '#ui/page-header.tsx'
import { Stat, StatRow } from '#ui/stat.tsx'
import { Tabs } from '#ui/tabs.tsx'
import type { Route } from './+types/health.ts'
import { answering } from '../respond.ts'
import { requireOperator } from './require-operator.ts'
import { useRefresh } from './use-refresh.ts'

const windowName = z.enum(['hour', 'day']).catch('hour')

export const meta: Route.MetaFunction = () => [{ title: installationWords().titled(installationWords().health) }]

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const { ctx } = await requireOperator(context)
  const window = windowName.parse(new URL(request.url).searchParams.get('window') ?? 'hour')
  return { window, ...standing(await readOverview(ctx, window)) }
})

function standing({ database, open, figures, latencies, hours, jobs, workers }: Overview) {
  const now = database.now.getTime()
  const jobCounts = Object.fromEntries(jobs.map(({ state, count }) => [state, count]))
  const due = jobs.filter(({ state }) => state === 'queued' || state === 'retrying').map(({ oldestDue }) => now - oldestDue.getTime())
  return {
    database: { version: database.version, answeredMs: database.answeredMs, connections: database.connections, connectionsMax: database.connectionsMax, sizeMb: Math.round(database.sizeBytes / 1024 ** 2) },
    open: { ...open, oldestPendingAt: undefined, oldestMs: open.oldestPendingAt ? now - open.oldestPendingAt.getTime() : null },
    figures,
    latencies,
    hours: hours.map((one) => ({ ...one, hour: one.hour.toISOString() })),
    jobs: { queued: jobCounts.queued ?? 0, running: jobCounts.running ?? 0, retrying: jobCounts.retrying ?? 0, failed: jobCounts.failed ?? 0, lateMs: Math.max(0, ...due) },
    workers: { alive: workers.filter(isAtWork).length, lastSeenMs: workers[0] ? workers[0].silentSeconds * 1000 : null },
  }
}

export default function Health({ loaderData }: Route.ComponentProps) {
  const words = installationWords()
  const { open, jobs, workers } = loaderData
  useRefresh()
  return (
    <>
      <PageHeader title={words.health} text={sentence(loaderData)} />
      <FindForm className="mt-5" />
      {workers.alive === 0 ? (
        <Notice tone="bad" title={words.noWorkerTitle} className="mt-5">
          {words.storedAndWaits} {workers.lastSeenMs === null ? words.noneEverSeen : words.lastOneSeen(duration(workers.lastSeenMs))} {words.seeRunbook}
        </Notice>
      ) : null}
      <StatRow className="mt-6">
        <Stat label={words.pending} value={figure(open.pending)} note={open.oldestMs === null ? words.nothingWaits : words.oldestCame(duration(open.oldestMs))} href="/operator/inbox?status=pending" />
        <Stat label={words.waiting} value={figure(open.waiting)} note={words.forSomethingFirst} href="/operator/inbox?status=waiting" />
        <Stat label={words.failed} value={figure(open.failed)} note={open.failed === 0 ? words.nothingGivenUp : words.personMustLook} tone={open.failed === 0 ? 'neutral' : 'bad'} href="/operator/inbox?status=failed" />
        <Stat label={words.jobsGivenUp} value={figure(jobs.failed)} note={jobs.failed === 0 ? words.jobsNow(jobs.queued + jobs.retrying, jobs.running) : words.lookAtIt} tone={jobs.failed === 0 ? 'neutral' : 'bad'} href="/operator/jobs" />
      </StatRow>
      <InboxAtWork loaderData={loaderData} />
      <Ground loaderData={loaderData} />
    </>
  )
}

function Ground({ loaderData: { database, jobs, workers } }: Pick<Route.ComponentProps, 'loaderData'>) {
  const words = installationWords()
  const queued = jobs.queued + jobs.retrying
  return (
    <section aria-labelledby="ground-title" className="mt-10 max-w-3xl">
      <SectionHeader title={<span id="ground-title">{words.standsOn}</span>} />
      <DefinitionList
        items={[
          { term: words.database, value: words.databaseAnswered(database.version, decimal(database.answeredMs)) },
          { term: words.connections, value: words.connectionsOf(database.connections, database.connectionsMax) },
          { term: words.size, value: `${figure(database.sizeMb)} MB` },
          { term: words.workers, value: workers.lastSeenMs === null ? words.noneSeen : words.workersSeen(workers.alive, duration(workers.lastSeenMs)) },
          { term: words.queue, value: jobs.lateMs > 60_000 ? words.queueLate(queued, duration(jobs.lateMs)) : words.queueInTime(queued) },
        ]}
      />
    </section>
  )
}

function InboxAtWork({ loaderData: { window, figures, latencies, hours } }: Pick<Route.ComponentProps, 'loaderData'>) {
  const words = installationWords()
  const ended = figures.completed + figures.failed
  const all = latencies.find(({ provider }) => provider === null)
  return (
    <>
      <section aria-labelledby="sync-title" className="mt-10">
        <SectionHeader title={<span id="sync-title">{words.inboxAtWork}</span>} />
        <Tabs label={words.howFarBack} tabs={[{ href: '/operator', label: words.lastHour, current: window === 'hour' }, { href: '/operator?window=day', label: words.lastDay, current: window === 'day' }]} />
        <StatRow className="mt-4">
          <Stat label={words.received} value={figure(figures.received)} note={words.cameToEnd(ended)} />
          <Stat label={words.success} value={share(figures.completed, ended)} note={figures.failed === 0 ? words.nothingGivenUp : words.eventsGivenUp(figures.failed)} tone={figures.failed > 0 ? 'bad' : 'neutral'} href={figures.failed > 0 ? '/operator/inbox?status=failed' : undefined} />
          <Stat label={words.onFastPath} value={share(figures.fast, figures.completed)} note={words.part(figure(figures.fast), figure(figures.completed))} />
          <Stat label={words.latencyP95} value={all ? duration(all.sync.p95Ms) : '—'} note={words.fromProviderToHere} />
        </StatRow>
        {latencies.length === 0 ? <p className="mt-4 text-sm text-ink-2">{words.noLatency}</p> : <div className="mt-6"><LatencyTable providers={latencies} /></div>}
      </section>
      <section aria-labelledby="hours-title" className="mt-10">
        <SectionHeader title={<span id="hours-title">{words.last24Hours}</span>} actions="UTC" />
        <HourChart hours={hours} />
      </section>
    </>
  )
}

function sentence({ open, jobs, workers }: Pick<Route.ComponentProps['loaderData'], 'open' | 'jobs' | 'workers'>): string {
  const words = installationWords()
  if (workers.alive === 0) return words.nothingWorks
  const failed = open.failed + jobs.failed
  return failed > 0 ? words.givenUpSentence(failed) : words.allIsWell
}
