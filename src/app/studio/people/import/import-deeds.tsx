import { Download } from 'lucide-react'
import { Button } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { Notice } from '#ui/notice.tsx'
import { ProgressBar } from '#ui/progress-bar.tsx'
import type { ImportView } from './import-view.ts'

type ImportDeedsProps = { found: ImportView; faulty: number; faultsHref: string; locale: string }

/** As many as the job sends in a minute, for the words alone. */
const perMinute = 120

/** What can be done with an import as it stands: send, stop, go on, take back; and the rows to mend. */
export function ImportDeeds({ found, faulty, faultsHref, locale }: ImportDeedsProps) {
  const { state, counts, unusedColumns, unansweredCount } = found
  return (
    <div className="mt-6 grid gap-5">
      {unusedColumns.length > 0 && state === 'checked' ? (
        <Notice title={unusedColumns.length === 1 ? 'One column is not read' : `${unusedColumns.length} columns are not read`}>{unusedColumns.join(', ')}. An invitation needs the address and the role.</Notice>
      ) : null}
      {state === 'running' ? (
        <div className="max-w-[520px]">
          <ProgressBar label="Invitations" share={counts.sent / Math.max(1, counts.sent + counts.new)} valueText={`${counts.sent} of ${counts.sent + counts.new} invited`} />
          <p className="mt-2 text-sm text-ink-2">{waitWords(counts.new)} You can leave this page.</p>
        </div>
      ) : null}
      <form method="post" className="flex flex-wrap items-center gap-2.5">
        {(state === 'checked' || state === 'stopped') && counts.new > 0 ? (
          <Button type="submit" variant="main" name="intent" value="apply">
            {applyWords(found, locale)}
          </Button>
        ) : null}
        {state === 'running' ? (
          <Button type="submit" name="intent" value="stop">
            Stop
          </Button>
        ) : null}
        {state === 'checked' ? (
          <Button type="submit" variant="quiet" name="intent" value="discard">
            Discard
          </Button>
        ) : null}
        {faulty > 0 ? (
          <a href={faultsHref} download className="link touch inline-flex items-center gap-2 text-[0.9375rem]">
            <Icon of={Download} />
            {faulty === 1 ? 'The row to mend' : `The ${faulty.toLocaleString(locale)} rows to mend`}, as CSV
          </a>
        ) : null}
      </form>
      {unansweredCount > 0 ? <TakeBack count={unansweredCount} /> : null}
    </div>
  )
}

/** Says in figures what it will do; opening it is the first of two steps, and works without script. */
function TakeBack({ count }: { count: number }) {
  const words = count === 1 ? '1 invitation' : `${count} invitations`
  return (
    <details className="group">
      <summary className="link inline-flex min-h-11 items-center text-sm text-ink-2 group-open:hidden">Take {words} back …</summary>
      <form method="post" className="flex flex-wrap items-center gap-x-4 gap-y-2.5 rounded-md bg-sunken px-4 py-3.5 text-sm">
        <p className="basis-72 grow">
          {words} of this file {count === 1 ? 'has' : 'have'} no answer yet. {count === 1 ? 'Its link stops' : 'Their links stop'} working at once. Who accepted stays.
        </p>
        <Button type="submit" variant="danger" size="sm" name="intent" value="take-back">
          Yes, take {words} back
        </Button>
        <a href="?" className="link">
          Keep
        </a>
      </form>
    </details>
  )
}

function applyWords({ state, counts }: ImportView, locale: string): string {
  const people = counts.new === 1 ? '1 person' : `${counts.new.toLocaleString(locale)} people`
  return state === 'stopped' ? `Go on with ${people}` : `Invite ${people}`
}

function waitWords(left: number): string {
  const minutes = Math.ceil(left / perMinute)
  return minutes <= 1 ? 'About a minute.' : `About ${minutes} minutes: mails go out at ${perMinute} a minute.`
}
