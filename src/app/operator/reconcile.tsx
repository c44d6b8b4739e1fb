import { GitCompareArrows } from 'lucide-react'
import { listRuns, sumDrift } from '#modules/operations/index.ts'
import { duration } from '#modules/operations/ui/figures.ts'
import { Instant } from '#modules/operations/ui/instant.tsx'
import { runStateWord, runTitle, starterWord } from '#modules/operations/ui/reconcile-words.ts'
import { installationWords } from '#modules/operations/ui/words/installation-words.ts'
import { walkWords } from '#modules/operations/ui/words/walk-words.ts'
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

export const meta: Route.MetaFunction = () => [{ title: installationWords().titled(walkWords().reconcile) }]

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
  const words = walkWords()
  return (
    <>
      <PageHeader
        title={words.reconcile}
        text={canWalk ? words.everyFiveMinutes : words.builtIn}
        actions={canWalk && !isRunning ? <StartButtons /> : null}
      />
      {isBusy ? (
        <Notice tone="warn" title={words.anotherWalk} className="mt-5">
          {words.twoAtOnce}
        </Notice>
      ) : null}
      {canWalk ? <p className="mt-4 text-sm text-ink-2">{lastLookAt ? <>{words.lastInLine} <Instant iso={lastLookAt} className="tabular-nums" />.</> : words.notInLine}</p> : null}
      <section aria-labelledby="runs-title" className="mt-8">
        <SectionHeader title={<span id="runs-title">{words.walks}</span>} />
        {runs.length === 0 ? (
          <EmptyState icon={GitCompareArrows} title={words.noWalk}>
            {canWalk ? words.startOne : words.withKeys}
          </EmptyState>
        ) : (
          <Rows label={words.walks}>
            {runs.map((run) => (
              <RunRow key={run.id} run={run} />
            ))}
          </Rows>
        )}
        <Pagination label={words.walks} newer={words.newest} newerHref={isFirst ? null : '/operator/reconcile'} olderHref={nextCursor ? `/operator/reconcile?${new URLSearchParams({ before: nextCursor })}` : null} />
      </section>
    </>
  )
}

function StartButtons() {
  return (
    <form method="post" action="/operator/reconcile/start" className="flex flex-wrap gap-2.5">
      <ButtonLink href="/operator/reconcile/start">{walkWords().compareAndHealEllipsis}</ButtonLink>
      <Button type="submit" name="intent" value="compare" variant="main">
        {walkWords().compareOnly}
      </Button>
    </form>
  )
}

function RunRow({ run }: { run: RunView & { found: number; healed: number } }) {
  const words = walkWords()
  const { label, tone } = runStateWord(run.state)
  const open = run.found - run.healed
  const isQuiet = run.state === 'done' && open === 0
  return (
    <Row
      href={`/operator/reconcile/${run.id}`}
      title={runTitle(run)}
      text={
        <>
          <Instant iso={run.createdAt} className="whitespace-nowrap" /> {starterWord(run.startedBy)}, <span className="whitespace-nowrap">{run.state === 'running' ? words.tookFor(duration(run.tookMs)) : words.took(duration(run.tookMs))}</span>
          <span className="block first-letter:uppercase sm:hidden">{foundWords(run, open)}</span>
        </>
      }
      end={
        <>
          <span className="text-sm text-ink-2 max-sm:hidden">{foundWords(run, open)}</span>
          {isQuiet ? null : open > 0 && run.state === 'done' ? <Chip tone="warn">{words.open(open)}</Chip> : <Chip tone={tone}>{label}</Chip>}
        </>
      }
    />
  )
}

function foundWords({ found, state, mode, written }: Pick<RunView, 'state' | 'mode' | 'written'> & { found: number }, open: number): string {
  const words = walkWords()
  const imported = mode === 'backfill' ? `${words.written(written)}, ` : ''
  if (found === 0) return `${imported}${words.noDifference[state]}`
  const healed = found - open
  return `${imported}${words.found(found, open === 0 ? words.allHealed : healed === 0 ? words.noneHealed : words.someHealed(healed))}`
}
