import { Button } from '#ui/button.tsx'
import { Instant } from './instant.tsx'
import { StateChip } from './state-chip.tsx'
import { installationWords } from './words/installation-words.ts'

export interface JobView {
  id: string
  task: string
  state: string
  runAt: string
  createdAt: string
  attempts: number
  maxAttempts: number
  lastError: string | null
  lockedBy: string | null
}

/** From a tablet on, the parts of all rows stand under each other; a phone shows what a job is, how it stands, and why. */
const columns = 'sm:grid-cols-[minmax(0,1fr)_8rem_minmax(0,1.7fr)_9rem_7rem] sm:items-center sm:gap-x-4'

/** The jobs of the queue, and a press for those that were given up. */
export function JobList({ jobs }: { jobs: readonly JobView[] }) {
  const words = installationWords()
  return (
    <div>
      <div aria-hidden="true" className={`hidden pb-2 text-[0.8125rem] font-medium text-ink-3 sm:grid ${columns}`}>
        <span>{words.job}</span>
        <span>{words.state}</span>
        <span>{words.lastFault}</span>
        <span className="text-right">{words.dueUtc}</span>
      </div>
      <ul aria-label={words.jobs} className="divide-y border-y">
        {jobs.map((job) => (
          <Line key={job.id} job={job} />
        ))}
      </ul>
    </div>
  )
}

function Line({ job }: { job: JobView }) {
  const words = installationWords()
  return (
    <li className={`grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-1 py-3 text-sm ${columns}`}>
      <div className="min-w-0">
        <div className="font-medium wrap-anywhere max-sm:text-[0.9375rem]">{job.task}</div>
        <div className="text-[0.8125rem] tabular-nums text-ink-3">
          {words.numbered(job.id)}
          <span className="sm:hidden">
            {' '}
            · <span className="whitespace-nowrap">{words.due} <Instant iso={job.runAt} /></span>
          </span>
        </div>
      </div>
      <div className="justify-self-end sm:justify-self-start">
        <StateChip status={job.state} />
      </div>
      <div className={`min-w-0 text-ink-2 max-sm:self-center ${job.state === 'failed' ? '' : 'max-sm:col-span-2'} ${hasStory(job) ? '' : 'max-sm:hidden'}`}>
        {job.lastError ? <span className="line-clamp-3 max-w-[56ch] wrap-anywhere">{job.lastError}</span> : null}
        {job.attempts > 0 ? <span className="block text-[0.8125rem] tabular-nums text-ink-3">{triesWord(job)}</span> : null}
      </div>
      <span className="hidden whitespace-nowrap text-right tabular-nums text-ink-2 sm:block">
        <span className="sr-only">{words.due} </span>
        <Instant iso={job.runAt} />
      </span>
      <div className={`self-center justify-self-end ${job.state === 'failed' ? '' : 'max-sm:hidden'}`}>{job.state === 'failed' ? <RunAgain job={job} /> : null}</div>
    </li>
  )
}

/** A job that has not been tried has nothing to tell. */
function hasStory({ lastError, attempts }: JobView): boolean {
  return lastError !== null || attempts > 0
}

function triesWord({ state, attempts, maxAttempts }: JobView): string {
  return state === 'failed' ? installationWords().givenUpAfter(attempts) : installationWords().tryOf(attempts, maxAttempts)
}

function RunAgain({ job }: { job: JobView }) {
  return (
    <form method="post" action="/operator/jobs">
      <input type="hidden" name="job" value={job.id} />
      <Button type="submit" size="sm">
        {installationWords().runAgain}
        <span className="sr-only"> {installationWords().runAgainWhich(job.task, job.id)}</span>
      </Button>
    </form>
  )
}
