import { ListTodo } from 'lucide-react'
import { redirect } from 'react-router'
import { z } from 'zod'
import { isAtWork, jobStates, readJobs, retryJob } from '#modules/operations/index.ts'
import { JobList } from '#modules/operations/ui/job-list.tsx'
import { Instant } from '#modules/operations/ui/instant.tsx'
import { duration } from '#modules/operations/ui/words.ts'
import { groundCron } from '#platform/jobs/ground-jobs.ts'
import { Chip } from '#ui/chip.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader, SectionHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { switchboard } from '../../switchboard.ts'
import type { Route } from './+types/jobs.ts'
import { FormFaultList } from '../marketing/form-fault-list.tsx'
import { readSentForm } from '../read-sent-form.ts'
import { answering, answeringForm } from '../respond.ts'
import { requireOperator } from './require-operator.ts'
import { useRefresh } from './use-refresh.ts'

const stateName = z.enum(jobStates).nullable().catch(null)

export const meta: Route.MetaFunction = () => [{ title: 'Jobs · Operator' }]

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const { ctx } = await requireOperator(context)
  const { searchParams } = new URL(request.url)
  const state = stateName.parse(searchParams.get('state'))
  const cursor = searchParams.get('before')
  const page = await readJobs(ctx, { state, cursor, cron: [...groundCron, ...switchboard.cron] })
  const counts = Object.fromEntries(page.counts.map((one) => [one.state, one.count]))
  return {
    state,
    isFirst: cursor === null,
    nextCursor: page.nextCursor,
    counts: jobStates.map((name) => ({ name, count: counts[name] ?? 0 })),
    jobs: page.jobs.map((job) => ({ ...job, runAt: job.runAt.toISOString(), createdAt: job.createdAt.toISOString() })),
    planned: page.planned.map(({ task, nextRunAt }) => ({ task, nextRunAt: nextRunAt.toISOString() })),
    workers: page.workers.map(({ workerId, seenAt, silentSeconds }) => ({ workerId, seenAt: seenAt.toISOString(), silentSeconds, isAtWork: isAtWork({ workerId, silentSeconds }) })),
    retried: searchParams.get('retried'),
  }
})

/** Lets a job that was given up run again. */
export const action = answeringForm(async ({ request, context }: Route.ActionArgs) => {
  const { ctx, viewer } = await requireOperator(context)
  const form = await readSentForm(request)
  const isRetried = await retryJob(ctx, String(form.get('job')), viewer.userId)
  throw redirect(`/operator/jobs?retried=${isRetried ? 'yes' : 'no'}`)
})

export default function Jobs({ loaderData, actionData }: Route.ComponentProps) {
  const { state, jobs, counts, planned, workers, nextCursor, isFirst, retried } = loaderData
  useRefresh()
  const address = (more: Record<string, string>) => `/operator/jobs?${new URLSearchParams({ ...(state ? { state } : {}), ...more })}`
  return (
    <>
      <PageHeader title="Jobs" text="What the workers do and have yet to do. Jobs that are done are gone from here. Times are in UTC." />
      <FormFaultList faults={actionData} beside={[]} className="mt-5" />
      {retried === 'yes' ? <Notice tone="good" title="The job runs again now" className="mt-5" /> : null}
      {retried === 'no' ? <Notice tone="warn" title="That job is not given up any more" className="mt-5">It ran meanwhile, or somebody else let it run again.</Notice> : null}
      <Tabs
        label="States"
        className="mt-4"
        tabs={[
          { href: '/operator/jobs', label: 'All', current: state === null },
          ...counts.map(({ name, count }) => ({ href: `/operator/jobs?state=${name}`, label: `${name.charAt(0).toUpperCase()}${name.slice(1)}`, count, current: state === name })),
        ]}
      />
      <div className="mt-5">
        {jobs.length === 0 ? (
          <EmptyState icon={ListTodo} title={state ? `No job is ${state}` : 'The queue is empty'}>
            {state === 'failed' ? 'Nothing was given up.' : 'Jobs stand here from the moment something asks for them until they are done.'}
          </EmptyState>
        ) : (
          <JobList jobs={jobs} />
        )}
        <Pagination label="Jobs" newer="Newest" newerHref={isFirst ? null : address({})} olderHref={nextCursor ? address({ before: nextCursor }) : null} />
      </div>
      <div className="mt-10 grid gap-x-14 gap-y-10 lg:grid-cols-2">
        <section aria-labelledby="clock-title">
          <SectionHeader title={<span id="clock-title">By the clock</span>} actions="Next run" />
          <Rows label="Jobs of the crontab">
            {planned.map(({ task, nextRunAt }) => (
              <Row key={task} className="min-h-11 text-sm" title={task} end={<Instant iso={nextRunAt} className="text-ink-2" />} />
            ))}
          </Rows>
        </section>
        <Workers workers={workers} />
      </div>
    </>
  )
}

function Workers({ workers }: Pick<Route.ComponentProps['loaderData'], 'workers'>) {
  return (
    <section aria-labelledby="workers-title">
      <SectionHeader title={<span id="workers-title">Workers</span>} />
      {workers.length === 0 ? (
        <EmptyState title="No worker was seen in the last day">Start one: what comes in is stored and waits for it.</EmptyState>
      ) : (
        <Rows label="Workers">
          {workers.map(({ workerId, seenAt, silentSeconds, isAtWork }) => (
            <Row
              key={workerId}
              title={<span className="wrap-anywhere">{workerId}</span>}
              text={<>last seen {duration(silentSeconds * 1000)} ago, <Instant iso={seenAt} /></>}
              end={isAtWork ? <Chip tone="good">At work</Chip> : <Chip>Gone</Chip>}
            />
          ))}
        </Rows>
      )}
    </section>
  )
}
