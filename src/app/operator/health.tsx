import { z } from 'zod'
import { isAtWork, readOverview, type Overview } from '#modules/operations/index.ts'
import { FindForm } from '#modules/operations/ui/find-form.tsx'
import { HourChart } from '#modules/operations/ui/hour-chart.tsx'
import { LatencyTable } from '#modules/operations/ui/latency-table.tsx'
import { counted, duration, share } from '#modules/operations/ui/words.ts'
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

export const meta: Route.MetaFunction = () => [{ title: 'Health · Operator' }]

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
    database: { version: database.version, answeredMs: database.answeredMs, connections: `${database.connections} of ${database.connectionsMax}`, size: `${(database.sizeBytes / 1024 ** 2).toFixed(0)} MB` },
    open: { ...open, oldestPendingAt: undefined, oldestMs: open.oldestPendingAt ? now - open.oldestPendingAt.getTime() : null },
    figures,
    latencies,
    hours: hours.map((one) => ({ ...one, hour: one.hour.toISOString() })),
    jobs: { queued: jobCounts.queued ?? 0, running: jobCounts.running ?? 0, retrying: jobCounts.retrying ?? 0, failed: jobCounts.failed ?? 0, lateMs: Math.max(0, ...due) },
    workers: { alive: workers.filter(isAtWork).length, lastSeenMs: workers[0] ? workers[0].silentSeconds * 1000 : null },
  }
}

export default function Health({ loaderData }: Route.ComponentProps) {
  const { database, open, jobs, workers } = loaderData
  useRefresh()
  return (
    <>
      <PageHeader title="Health" text={sentence(loaderData)} />
      <FindForm className="mt-5" />
      {workers.alive === 0 ? (
        <Notice tone="bad" title="No worker is at work" className="mt-5">
          What comes in is stored and waits. {workers.lastSeenMs === null ? 'None was ever seen.' : `The last one was seen ${duration(workers.lastSeenMs)} ago.`} See the runbook “worker silent”.
        </Notice>
      ) : null}
      <StatRow className="mt-6">
        <Stat label="Pending" value={open.pending.toLocaleString('en')} note={open.oldestMs === null ? 'nothing waits' : `oldest came ${duration(open.oldestMs)} ago`} href="/operator/inbox?status=pending" />
        <Stat label="Waiting" value={open.waiting.toLocaleString('en')} note="of these, for something to come first" href="/operator/inbox?status=waiting" />
        <Stat label="Failed" value={open.failed.toLocaleString('en')} note={open.failed === 0 ? 'nothing was given up' : 'given up; a person must look'} tone={open.failed === 0 ? 'neutral' : 'bad'} href="/operator/inbox?status=failed" />
        <Stat label="Jobs given up" value={jobs.failed.toLocaleString('en')} note={jobs.failed === 0 ? `${counted(jobs.queued + jobs.retrying, 'job')} in the queue, ${jobs.running} running` : 'a person must look'} tone={jobs.failed === 0 ? 'neutral' : 'bad'} href="/operator/jobs" />
      </StatRow>
      <InboxAtWork loaderData={loaderData} />
      <section aria-labelledby="ground-title" className="mt-10 max-w-3xl">
        <SectionHeader title={<span id="ground-title">What it stands on</span>} />
        <DefinitionList
          items={[
            { term: 'Database', value: `PostgreSQL ${database.version}, answered in ${database.answeredMs.toFixed(1)} ms` },
            { term: 'Its connections', value: database.connections },
            { term: 'Its size', value: database.size },
            { term: 'Workers', value: workers.lastSeenMs === null ? 'none was seen' : `${counted(workers.alive, 'worker')} at work, last seen ${duration(workers.lastSeenMs)} ago` },
            { term: 'Queue', value: jobs.lateMs > 60_000 ? `${counted(jobs.queued + jobs.retrying, 'job')}, the oldest is ${duration(jobs.lateMs)} late` : `${counted(jobs.queued + jobs.retrying, 'job')}, none is late` },
          ]}
        />
      </section>
    </>
  )
}

function InboxAtWork({ loaderData: { window, figures, latencies, hours } }: Pick<Route.ComponentProps, 'loaderData'>) {
  const ended = figures.completed + figures.failed
  const all = latencies.find(({ provider }) => provider === null)
  return (
    <>
      <section aria-labelledby="sync-title" className="mt-10">
        <SectionHeader title={<span id="sync-title">The inbox at work</span>} />
        <Tabs label="How far back" tabs={[{ href: '/operator', label: 'Last hour', current: window === 'hour' }, { href: '/operator?window=day', label: 'Last day', current: window === 'day' }]} />
        <StatRow className="mt-4">
          <Stat label="Received" value={figures.received.toLocaleString('en')} note={`${counted(ended, 'event')} came to an end`} />
          <Stat label="Success" value={share(figures.completed, ended)} note={figures.failed === 0 ? 'nothing was given up' : `${counted(figures.failed, 'event')} given up`} tone={figures.failed > 0 ? 'bad' : 'neutral'} href={figures.failed > 0 ? '/operator/inbox?status=failed' : undefined} />
          <Stat label="On the fast path" value={share(figures.fast, figures.completed)} note={`${figures.fast.toLocaleString('en')} of ${figures.completed.toLocaleString('en')}`} />
          <Stat label="Sync latency, p95" value={all ? duration(all.sync.p95Ms) : '—'} note="from the provider to here" />
        </StatRow>
        {latencies.length === 0 ? <p className="mt-4 text-sm text-ink-2">Nothing was done in this time, so there is no latency to show.</p> : <div className="mt-6"><LatencyTable providers={latencies} /></div>}
      </section>
      <section aria-labelledby="hours-title" className="mt-10">
        <SectionHeader title={<span id="hours-title">The last 24 hours</span>} actions="UTC" />
        <HourChart hours={hours} />
      </section>
    </>
  )
}

function sentence({ open, jobs, workers }: Pick<Route.ComponentProps['loaderData'], 'open' | 'jobs' | 'workers'>): string {
  if (workers.alive === 0) return 'Events are stored, but nothing works on them.'
  const failed = open.failed + jobs.failed
  if (failed > 0) return `${failed === 1 ? 'One thing was' : `${failed.toLocaleString('en')} things were`} given up and ${failed === 1 ? 'waits' : 'wait'} for you.`
  return 'All is well: the database answers, a worker is at work, and nothing was given up.'
}
