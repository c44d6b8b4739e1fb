import { GitCompareArrows } from 'lucide-react'
import { listRuns, sumDrift } from '#modules/operations/index.ts'
import { Instant } from '#modules/operations/ui/instant.tsx'
import { runStateWords, runTitle, starterWord } from '#modules/operations/ui/reconcile-words.ts'
import { counted, duration } from '#modules/operations/ui/words.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader, SectionHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import type { Route } from './+types/reconcile.ts'
import { answering } from '../respond.ts'
import { runView, type RunView } from './reconcile-view.ts'
import { requireOperator } from './require-operator.ts'
import { useRefresh } from './use-refresh.ts'

export const meta: Route.MetaFunction = () => [{ title: 'Reconcile · Operator' }]

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const { ctx } = await requireOperator(context)
  const { searchParams } = new URL(request.url)
  const cursor = searchParams.get('before')
  const { runs, nextCursor, lastLookAt } = await listRuns(ctx, cursor)
  return {
    runs: runs.map((one) => ({ ...runView(one), found: sumDrift(one.drift), healed: sumDrift(one.drift, { state: 'healed' }) })),
    nextCursor,
    isFirst: cursor === null,
    lastLookAt: lastLookAt?.toISOString() ?? null,
    canWalk: ctx.directory !== null,
    isBusy: searchParams.has('busy'),
  }
})

export default function Reconcile({ loaderData }: Route.ComponentProps) {
  const { runs, nextCursor, isFirst, lastLookAt, canWalk, isBusy } = loaderData
  const isRunning = runs.some(({ state }) => state === 'running')
  useRefresh()
  return (
    <>
      <PageHeader
        title="Reconcile"
        text={canWalk ? 'What stands here is compared with Clerk: every five minutes who changed lately, every night everything. Times are in UTC.' : 'People sign in by the built-in accounts, which live in this database: there is nothing elsewhere to compare with.'}
        actions={canWalk && !isRunning ? <StartButtons /> : null}
      />
      {isBusy ? (
        <Notice tone="warn" title="Another walk is at work" className="mt-5">
          Two at once would only meet each other. Start yours when that one is over.
        </Notice>
      ) : null}
      {canWalk ? <p className="mt-4 text-sm text-ink-2">{lastLookAt ? <>Here and there were last brought in line <Instant iso={lastLookAt} className="tabular-nums" />.</> : 'Here and there have not been brought in line yet.'}</p> : null}
      <section aria-labelledby="runs-title" className="mt-8">
        <SectionHeader title={<span id="runs-title">Walks</span>} />
        {runs.length === 0 ? (
          <EmptyState icon={GitCompareArrows} title="No walk has anything to show">
            {canWalk ? 'Those of every five minutes stand here only when they found something. Start one to compare everything now.' : 'With Clerk’s keys set, walks and what they found stand here.'}
          </EmptyState>
        ) : (
          <Rows label="Walks">
            {runs.map((run) => (
              <RunRow key={run.id} run={run} />
            ))}
          </Rows>
        )}
        <Pagination label="Walks" newer="Newest" newerHref={isFirst ? null : '/operator/reconcile'} olderHref={nextCursor ? `/operator/reconcile?${new URLSearchParams({ before: nextCursor })}` : null} />
      </section>
    </>
  )
}

function StartButtons() {
  return (
    <form method="post" action="/operator/reconcile/start" className="flex flex-wrap gap-2.5">
      <ButtonLink href="/operator/reconcile/start">Compare and heal…</ButtonLink>
      <Button type="submit" name="intent" value="compare" variant="main">
        Compare only
      </Button>
    </form>
  )
}

function RunRow({ run }: { run: RunView & { found: number; healed: number } }) {
  const { label, tone } = runStateWords[run.state]
  const open = run.found - run.healed
  const isQuiet = run.state === 'done' && open === 0
  return (
    <Row
      href={`/operator/reconcile/${run.id}`}
      title={runTitle(run)}
      text={
        <>
          <Instant iso={run.createdAt} className="whitespace-nowrap" /> {starterWord(run.startedBy)}, <span className="whitespace-nowrap">{run.state === 'running' ? `for ${duration(run.tookMs)}` : `took ${duration(run.tookMs)}`}</span>
          <span className="block first-letter:uppercase sm:hidden">{foundWords(run, open)}</span>
        </>
      }
      end={
        <>
          <span className="text-sm text-ink-2 max-sm:hidden">{foundWords(run, open)}</span>
          {isQuiet ? null : open > 0 && run.state === 'done' ? <Chip tone="warn">{open.toLocaleString('en')} open</Chip> : <Chip tone={tone}>{label}</Chip>}
        </>
      }
    />
  )
}

function foundWords({ found, state, mode, written }: Pick<RunView, 'state' | 'mode' | 'written'> & { found: number }, open: number): string {
  const imported = mode === 'backfill' ? `${written.toLocaleString('en')} written, ` : ''
  if (found === 0) return `${imported}${state === 'done' ? 'no difference' : state === 'running' ? 'no difference so far' : 'no difference until then'}`
  const healed = found - open
  return `${imported}${counted(found, 'difference')}, ${open === 0 ? 'all' : healed === 0 ? 'none' : healed.toLocaleString('en')} healed`
}
