import { Button } from '#ui/button.tsx'
import { Instant } from './instant.tsx'
import { StateChip } from './state-chip.tsx'
import { counted } from './words.ts'

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
const columns = 'sm:grid-cols-[minmax(0,1fr)_6.5rem_minmax(0,1.9fr)_9rem_6.5rem] sm:items-center sm:gap-x-4'

/** The jobs of the queue, and a press for those that were given up. */
export function JobList({ jobs }: { jobs: readonly JobView[] }) {
  return (
    <div>
      <div aria-hidden="true" className={`hidden pb-2 text-[0.8125rem] font-medium text-ink-3 sm:grid ${columns}`}>
        <span>Job</span>
        <span>State</span>
        <span>Last fault</span>
        <span className="text-right">Due, UTC</span>
      </div>
      <ul aria-label="Jobs" className="divide-y border-y">
        {jobs.map((job) => (
          <Line key={job.id} job={job} />
        ))}
      </ul>
    </div>
  )
}

function Line({ job }: { job: JobView }) {
  return (
    <li className={`grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-1 py-3 text-sm ${columns}`}>
      <div className="min-w-0">
        <div className="font-medium wrap-anywhere max-sm:text-[0.9375rem]">{job.task}</div>
        <div className="text-[0.8125rem] tabular-nums text-ink-3">
          number {job.id}
          <span className="sm:hidden">
            {' '}
            · due <Instant iso={job.runAt} />
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
        <span className="sr-only">due </span>
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
  return state === 'failed' ? `given up after ${counted(attempts, 'try', 'tries')}` : `try ${attempts} of ${maxAttempts}`
}

function RunAgain({ job }: { job: JobView }) {
  return (
    <form method="post" action="/operator/jobs">
      <input type="hidden" name="job" value={job.id} />
      <Button type="submit" size="sm">
        Run again<span className="sr-only"> {job.task}, number {job.id}</span>
      </Button>
    </form>
  )
}
