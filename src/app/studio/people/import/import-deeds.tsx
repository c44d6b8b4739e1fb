import { Download } from 'lucide-react'
import { Button } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { Notice } from '#ui/notice.tsx'
import { ProgressBar } from '#ui/progress-bar.tsx'
import { peopleWords } from '../../../words/people-words.ts'
import type { ImportView } from './import-view.ts'

type ImportDeedsProps = { found: ImportView; faulty: number; faultsHref: string }

/** As many as the job sends in a minute, for the words alone. */
const perMinute = 120

/** What can be done with an import as it stands: send, stop, go on, take back; and the rows to mend. */
export function ImportDeeds({ found, faulty, faultsHref }: ImportDeedsProps) {
  const words = peopleWords()
  const { state, counts, unusedColumns, unansweredCount } = found
  return (
    <div className="mt-6 grid gap-5">
      {unusedColumns.length > 0 && state === 'checked' ? (
        <Notice title={words.columnsNotRead(unusedColumns.length)}>{words.columnsUnread(unusedColumns.join(', '))}</Notice>
      ) : null}
      {counts.details > 0 && state === 'checked' ? <Notice title={words.detailsReplaced(counts.details)}>{words.detailsReplacedText}</Notice> : null}
      {state === 'running' ? (
        <div className="max-w-[520px]">
          <ProgressBar label={words.invitations} share={counts.sent / Math.max(1, counts.sent + counts.new)} valueText={words.sentOf(counts.sent, counts.sent + counts.new)} />
          <p className="mt-2 text-sm text-ink-2">{waitWords(counts.new)}</p>
        </div>
      ) : null}
      <form method="post" className="flex flex-wrap items-center gap-2.5">
        {(state === 'checked' || state === 'stopped') && counts.new + counts.details > 0 ? (
          <Button type="submit" variant="main" name="intent" value="apply">
            {applyWords(found)}
          </Button>
        ) : null}
        {state === 'running' ? (
          <Button type="submit" name="intent" value="stop">
            {words.stop}
          </Button>
        ) : null}
        {state === 'checked' ? (
          <Button type="submit" variant="quiet" name="intent" value="discard">
            {words.discard}
          </Button>
        ) : null}
        {faulty > 0 ? (
          <a href={faultsHref} download className="link touch inline-flex items-center gap-2 text-[0.9375rem]">
            <Icon of={Download} />
            {words.rowsToMend(faulty)}
          </a>
        ) : null}
      </form>
      {unansweredCount > 0 ? <TakeBack count={unansweredCount} /> : null}
    </div>
  )
}

/** Says in figures what it will do; opening it is the first of two steps, and works without script. */
function TakeBack({ count }: { count: number }) {
  const words = peopleWords()
  return (
    <details className="group">
      <summary className="link inline-flex min-h-11 items-center text-sm text-ink-2 group-open:hidden">{words.takeInvitationsBack(count)}</summary>
      <form method="post" className="flex flex-wrap items-center gap-x-4 gap-y-2.5 rounded-md bg-sunken px-4 py-3.5 text-sm">
        <p className="basis-72 grow">
          {words.unansweredText(count)}
        </p>
        <Button type="submit" variant="danger" size="sm" name="intent" value="take-back">
          {words.yesTakeBack(count)}
        </Button>
        <a href="?" className="link">
          {words.keep}
        </a>
      </form>
    </details>
  )
}

function applyWords({ state, counts }: ImportView): string {
  const words = peopleWords()
  if (state === 'stopped') return words.goOnWith(counts.new)
  if (counts.details === 0) return words.invitePeople(counts.new)
  return counts.new === 0 ? words.fillIn(counts.details) : words.inviteAndFill(counts.new, counts.details)
}

function waitWords(left: number): string {
  const words = peopleWords()
  const minutes = Math.ceil(left / perMinute)
  return minutes <= 1 ? words.aboutAMinute : words.aboutMinutes(minutes, perMinute)
}
