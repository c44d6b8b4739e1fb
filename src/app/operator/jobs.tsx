import { ListTodo } from 'lucide-react'
import { redirect } from 'react-router'
import { z } from 'zod'
import { isAtWork, jobStates, readJobs, retryJob } from '#modules/operations/index.ts'
import { duration } from '#modules/operations/ui/figures.ts'
import { JobList } from '#modules/operations/ui/job-list.tsx'
import { Instant } from '#modules/operations/ui/instant.tsx'
import { stateWord } from '#modules/operations/ui/state-words.ts'
import { installationWords } from '#modules/operations/ui/words/installation-words.ts'
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

export const meta: Route.MetaFunction = () => [{ title: installationWords().titled(installationWords().jobs) }]

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
  const words = installationWords()
  const address = (more: Record<string, string>) => `/operator/jobs?${new URLSearchParams({ ...(state ? { state } : {}), ...more })}`
  return (
    <>
      <PageHeader title={words.jobs} text={words.jobsText} />
      <FormFaultList faults={actionData} beside={[]} className="mt-5" />
      {retried === 'yes' ? <Notice tone="good" title={words.runsAgain} className="mt-5" /> : null}
      {retried === 'no' ? <Notice tone="warn" title={words.notGivenUp} className="mt-5">{words.ranMeanwhile}</Notice> : null}
      <Tabs
        label={words.states}
        className="mt-4"
        tabs={[
          { href: '/operator/jobs', label: words.all, current: state === null },
          ...counts.map(({ name, count }) => ({ href: `/operator/jobs?state=${name}`, label: stateWord(name).label, count, current: state === name })),
        ]}
      />
      <div className="mt-5">
        {jobs.length === 0 ? (
          <EmptyState icon={ListTodo} title={state ? words.noJobIs[state] : words.queueEmpty}>
            {state === 'failed' ? words.nothingWasGivenUp : words.jobsStandHere}
          </EmptyState>
        ) : (
          <JobList jobs={jobs} />
        )}
        <Pagination label={words.jobs} newer={words.newest} newerHref={isFirst ? null : address({})} olderHref={nextCursor ? address({ before: nextCursor }) : null} />
      </div>
      <div className="mt-10 grid gap-x-14 gap-y-10 lg:grid-cols-2">
        <section aria-labelledby="clock-title">
          <SectionHeader title={<span id="clock-title">{words.byTheClock}</span>} actions={words.nextRun} />
          <Rows label={words.crontab}>
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
  const words = installationWords()
  return (
    <section aria-labelledby="workers-title">
      <SectionHeader title={<span id="workers-title">{words.workers}</span>} />
      {workers.length === 0 ? (
        <EmptyState title={words.noWorkerSeen}>{words.startOne}</EmptyState>
      ) : (
        <Rows label={words.workers}>
          {workers.map(({ workerId, seenAt, silentSeconds, isAtWork }) => (
            <Row
              key={workerId}
              title={<span className="wrap-anywhere">{workerId}</span>}
              text={<>{words.lastSeenAgo(duration(silentSeconds * 1000))} <Instant iso={seenAt} className="whitespace-nowrap" /></>}
              end={isAtWork ? <Chip tone="good">{words.atWork}</Chip> : <Chip>{words.gone}</Chip>}
            />
          ))}
        </Rows>
      )}
    </section>
  )
}
