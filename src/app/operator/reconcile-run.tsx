import { GitCompareArrows } from 'lucide-react'
import { redirect } from 'react-router'
import { z } from 'zod'
import { healAtOnceMax, healDrift, readRun, sumDrift, type DriftFilter } from '#modules/operations/index.ts'
import { DriftList } from '#modules/operations/ui/drift-list.tsx'
import { duration } from '#modules/operations/ui/figures.ts'
import { Instant } from '#modules/operations/ui/instant.tsx'
import { reasonSentence, runStateWord, runTitle, standingWord, starterWord } from '#modules/operations/ui/reconcile-words.ts'
import { RunProgress } from '#modules/operations/ui/run-progress.tsx'
import { installationWords } from '#modules/operations/ui/words/installation-words.ts'
import { walkWords } from '#modules/operations/ui/words/walk-words.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader, SectionHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Tabs } from '#ui/tabs.tsx'
import type { Route } from './+types/reconcile-run.ts'
import { FormFaultList } from '../marketing/form-fault-list.tsx'
import { readSentForm } from '../read-sent-form.ts'
import { answering, answeringForm } from '../respond.ts'
import { driftView, runView, type RunView } from './reconcile-view.ts'
import { requireOperator } from './require-operator.ts'
import { RunSums } from './run-sums.tsx'
import { useRefresh } from './use-refresh.ts'

const standing = z.enum(['missing', 'stale', 'gone']).nullable().catch(null)
const kind = z.enum(['user', 'organization', 'membership']).nullable().catch(null)

export const meta: Route.MetaFunction = () => [{ title: installationWords().titled(walkWords().differences) }]

export const loader = answering(async ({ request, context, params }: Route.LoaderArgs) => {
  const { ctx } = await requireOperator(context)
  const runId = requireId(params.runId)
  const { searchParams } = new URL(request.url)
  const filter: DriftFilter = { standing: standing.parse(searchParams.get('standing')), kind: kind.parse(searchParams.get('kind')), isOpen: searchParams.get('open') === 'yes' }
  const after = searchParams.get('after')
  const { run, drift, lines, nextAfter } = await readRun(ctx, runId, { filter, after: after === null ? null : requireId(after) })
  return {
    run: runView({ run, drift }),
    lines: lines.map(driftView),
    filter,
    nextAfter,
    isFirst: after === null,
    sums: { all: sumDrift(drift), healed: sumDrift(drift, { state: 'healed' }), held: sumDrift(drift, { state: 'held' }), missing: sumDrift(drift, { standing: 'missing' }), stale: sumDrift(drift, { standing: 'stale' }), gone: sumDrift(drift, { standing: 'gone' }) },
    healed: readCounts(searchParams.get('healed')),
    canHeal: ctx.directory !== null,
  }
})

/** Heals the chosen ones. Each is asked for at the provider first. */
export const action = answeringForm(async ({ request, context, params }: Route.ActionArgs) => {
  const { ctx, viewer } = await requireOperator(context)
  const runId = requireId(params.runId)
  const ids = z.array(z.uuid()).max(healAtOnceMax).safeParse((await readSentForm(request)).getAll('id')).data ?? []
  const healed = await healDrift(ctx, runId, { ids, by: viewer.userId })
  throw redirect(`/operator/reconcile/${runId}?healed=${healed}-${ids.length}`)
})

function requireId(text: string | undefined): string {
  const id = z.uuid().safeParse(text).data
  if (!id) throw new NotFound('no walk is called so')
  return id
}

/** @param text "3-4": three of four */
function readCounts(text: string | null): { healed: number; asked: number } | null {
  const [, healed, asked] = /^(\d{1,3})-(\d{1,3})$/.exec(text ?? '') ?? []
  return healed && asked ? { healed: Number(healed), asked: Number(asked) } : null
}

export default function ReconcileRun({ loaderData, actionData }: Route.ComponentProps) {
  const { run, sums, healed } = loaderData
  const words = walkWords()
  useRefresh()
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: words.reconcile, href: '/operator/reconcile' }, { label: runTitle(run) }]} />}
        title={
          <span className="flex flex-wrap items-center gap-3">
            {runTitle(run)}
            <Chip tone={runStateWord(run.state).tone}>{runStateWord(run.state).label}</Chip>
          </span>
        }
        text={<>{words.begun} <Instant iso={run.createdAt} /> UTC {begunWords(run)}</>}
        actions={run.state === 'done' && sums.all > sums.healed && loaderData.canHeal ? <ButtonLink href="/operator/reconcile/start">{words.healAll}</ButtonLink> : null}
      />
      <FormFaultList faults={actionData} beside={[]} className="mt-5" />
      <Notices loaderData={loaderData} healed={healed} />
      <div className={run.state === 'done' ? 'mt-6' : 'mt-6 grid gap-x-14 gap-y-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.6fr)]'}>
        {run.state === 'done' ? null : (
          <section aria-labelledby="walked-title">
            <SectionHeader title={<span id="walked-title">{words.walkedAtClerk}</span>} />
            <RunProgress phase={run.phase} progress={run.progress} isRunning={run.state === 'running'} />
          </section>
        )}
        <RunSums sums={sums} written={run.mode === 'backfill' ? run.written : null} isOver={run.state === 'done'} />
      </div>
      <Differences loaderData={loaderData} />
    </>
  )
}

/** Who began it, how long it took, and once it is over what was walked: "10 users, 1 organization and 5 memberships". */
function begunWords({ state, startedBy, tookMs, callsSent, progress: { user, organization, membership } }: RunView): string {
  const words = walkWords()
  const took = state === 'running' ? words.atWorkFor(duration(tookMs)) : words.took(duration(tookMs))
  return words.begunBy(starterWord(startedBy), took, callsSent, state === 'done' ? words.forWalked(user.walked, organization.walked, membership.walked) : '')
}

type Loaded = { loaderData: Route.ComponentProps['loaderData'] }

function Notices({ loaderData: { run, sums }, healed }: Loaded & { healed: { healed: number; asked: number } | null }) {
  const words = walkWords()
  return (
    <>
      {healed ? (
        <Notice tone={healed.healed === healed.asked ? 'good' : 'warn'} title={healed.asked === 0 ? words.nothingChosen : words.agreeNow(healed.healed, healed.asked)} className="mt-5">
          {healed.healed === healed.asked ? words.askedForEach : words.saysWhy}
        </Notice>
      ) : null}
      {run.state === 'failed' ? (
        <Notice tone="bad" title={words.brokeOffTitle} className="mt-5">
          <span className="wrap-anywhere">{asSentence(reasonSentence(run.fault ?? ''))}</span> {run.isApplied ? words.brokeOffHealed : words.brokeOffBelow}
        </Notice>
      ) : null}
      {sums.held > 0 ? (
        <Notice tone="warn" title={words.endsHeld(sums.held)} className="mt-5">
          {words.heldText}
        </Notice>
      ) : null}
    </>
  )
}

function asSentence(reason: string): string {
  return `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`
}

function Differences({ loaderData: { run, lines, filter, sums, nextAfter, isFirst, canHeal } }: Loaded) {
  const address = (more: Record<string, string>) => {
    const { standing: standingNow, kind: kindNow } = { ...filter, ...more }
    const query = new URLSearchParams({ ...(standingNow ? { standing: standingNow } : {}), ...(kindNow ? { kind: kindNow } : {}), ...(filter.isOpen ? { open: 'yes' } : {}), ...(more.after ? { after: more.after } : {}) })
    return `/operator/reconcile/${run.id}?${query}`.replace(/\?$/, '')
  }
  const words = walkWords()
  const tabs = [{ value: '', label: words.all, count: sums.all }, ...(['missing', 'stale', 'gone'] as const).map((value) => ({ value, label: standingWord(value).label, count: sums[value] }))]
  const kinds = [{ value: '', label: words.anyKind }, ...(['user', 'organization', 'membership'] as const).map((value) => ({ value, label: words.kindTitles[value] }))]
  return (
    <section aria-labelledby="drift-title" className="mt-10">
      <SectionHeader title={<span id="drift-title">{words.differences}</span>} />
      <Tabs label={words.sorts} tabs={tabs.map(({ value, label, count }) => ({ href: address({ standing: value }), label, count, current: (filter.standing ?? '') === value }))} />
      <nav aria-label={words.kinds} className="mt-3 flex flex-wrap gap-2">
        {kinds.map(({ value, label }) => (
          <ButtonLink key={value} size="sm" variant={(filter.kind ?? '') === value ? 'plain' : 'quiet'} aria-current={(filter.kind ?? '') === value ? 'true' : undefined} href={address({ kind: value })}>
            {label}
          </ButtonLink>
        ))}
      </nav>
      {lines.length === 0 ? (
        <EmptyState className="mt-4" icon={GitCompareArrows} title={run.state === 'running' ? words.nothingSoFar : words.agree}>
          {run.state === 'running' ? words.asSoonAsFound : words.noneOfSort}
        </EmptyState>
      ) : (
        <form method="post" action={`/operator/reconcile/${run.id}`} className="mt-4">
          {canHeal && lines.some(({ state }) => state !== 'healed') ? (
            <div className="mb-4 flex flex-wrap items-center gap-3">
              <Button type="submit" size="sm">
                {words.healChosen}
              </Button>
              <span className="text-sm text-ink-3">{words.askedFirst}</span>
            </div>
          ) : null}
          <DriftList lines={lines} />
        </form>
      )}
      <Pagination label={words.differences} newer={words.first} older={words.more} newerHref={isFirst ? null : address({})} olderHref={nextAfter ? address({ after: nextAfter }) : null} />
    </section>
  )
}
