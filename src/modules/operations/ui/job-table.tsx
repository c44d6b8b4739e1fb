import { Button } from '#ui/button.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { Instant } from './instant.tsx'
import { StateChip } from './state-chip.tsx'

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

const columns: Column<JobView>[] = [
  {
    key: 'task',
    header: 'Job',
    names: true,
    cell: (job) => (
      <>
        <span className="font-medium wrap-anywhere">{job.task}</span>
        <span className="block text-[0.8125rem] text-ink-3">number {job.id}</span>
      </>
    ),
  },
  { key: 'state', header: 'State', cell: (job) => <StateChip status={job.state} /> },
  { key: 'why', header: 'Last fault', cell: (job) => <span className="line-clamp-3 max-w-[46ch] text-ink-2 wrap-anywhere">{job.lastError ?? '—'}</span> },
  { key: 'tries', header: 'Tries', align: 'end', cell: (job) => <>{job.attempts} of {job.maxAttempts}</> },
  { key: 'run', header: 'Due, UTC', align: 'end', cell: (job) => <Instant iso={job.runAt} className="whitespace-nowrap" /> },
  {
    key: 'retry',
    header: <span className="sr-only">What to do</span>,
    bare: true,
    align: 'end',
    cell: (job) =>
      job.state === 'failed' ? (
        <form method="post" action="/operator/jobs">
          <input type="hidden" name="job" value={job.id} />
          <Button type="submit" size="sm">
            Run again<span className="sr-only"> {job.task}, number {job.id}</span>
          </Button>
        </form>
      ) : null,
  },
]

/** The jobs of the queue, and a press for those that were given up. */
export function JobTable({ jobs }: { jobs: readonly JobView[] }) {
  return <Table caption="Jobs" columns={columns} rows={jobs} rowKey={(job) => job.id} />
}
