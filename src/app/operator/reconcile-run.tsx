import { GitCompareArrows } from 'lucide-react'
import { redirect } from 'react-router'
import { z } from 'zod'
import { healAtOnceMax, healDrift, readRun, sumDrift, type DriftFilter } from '#modules/operations/index.ts'
import { DriftList } from '#modules/operations/ui/drift-list.tsx'
import { Instant } from '#modules/operations/ui/instant.tsx'
import { runStateWords, runTitle, standingWords, starterWord } from '#modules/operations/ui/reconcile-words.ts'
import { RunProgress } from '#modules/operations/ui/run-progress.tsx'
import { counted, duration } from '#modules/operations/ui/words.ts'
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

export const meta: Route.MetaFunction = () => [{ title: 'Differences · Operator' }]

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
  useRefresh()
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: 'Reconcile', href: '/operator/reconcile' }, { label: runTitle(run) }]} />}
        title={
          <span className="flex flex-wrap items-center gap-3">
            {runTitle(run)}
            <Chip tone={runStateWords[run.state].tone}>{runStateWords[run.state].label}</Chip>
          </span>
        }
        text={<>Begun <Instant iso={run.createdAt} /> UTC {starterWord(run.startedBy)}, {run.state === 'running' ? `at work for ${duration(run.tookMs)}` : `took ${duration(run.tookMs)}`}, {counted(run.callsSent, 'call')} to Clerk{run.state === 'done' ? ` for ${walkedWords(run.progress)}` : ''}.</>}
        actions={run.state === 'done' && sums.all > sums.healed && loaderData.canHeal ? <ButtonLink href="/operator/reconcile/start">Heal all…</ButtonLink> : null}
      />
      <FormFaultList faults={actionData} beside={[]} className="mt-5" />
      <Notices loaderData={loaderData} healed={healed} />
      <div className={run.state === 'done' ? 'mt-6' : 'mt-6 grid gap-x-14 gap-y-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.6fr)]'}>
        {run.state === 'done' ? null : (
          <section aria-labelledby="walked-title">
            <SectionHeader title={<span id="walked-title">Walked at Clerk</span>} />
            <RunProgress phase={run.phase} progress={run.progress} isRunning={run.state === 'running'} />
          </section>
        )}
        <RunSums sums={sums} written={run.mode === 'backfill' ? run.written : null} isOver={run.state === 'done'} />
      </div>
      <Differences loaderData={loaderData} />
    </>
  )
}

/** What was walked, once it is over: "10 users, 1 organization and 5 memberships". */
function walkedWords({ user, organization, membership }: RunView['progress']): string {
  return `${counted(user.walked, 'user')}, ${counted(organization.walked, 'organization')} and ${counted(membership.walked, 'membership')}`
}

type Loaded = { loaderData: Route.ComponentProps['loaderData'] }

function Notices({ loaderData: { run, sums }, healed }: Loaded & { healed: { healed: number; asked: number } | null }) {
  return (
    <>
      {healed ? (
        <Notice tone={healed.healed === healed.asked ? 'good' : 'warn'} title={healed.asked === 0 ? 'Nothing was chosen' : `${healed.healed} of ${healed.asked} agree now`} className="mt-5">
          {healed.healed === healed.asked ? 'Clerk was asked for each, and what it says stands here.' : 'What was not healed says why in its line.'}
        </Notice>
      ) : null}
      {run.state === 'failed' ? (
        <Notice tone="bad" title="The walk broke off" className="mt-5">
          <span className="wrap-anywhere">{run.fault}.</span> What was missing or stale until then {run.isApplied ? 'is healed' : 'stands below'}; nothing was ended, as nobody knows what a whole walk would have shown. The next one goes on from here.
        </Notice>
      ) : null}
      {sums.held > 0 ? (
        <Notice tone="warn" title={`${counted(sums.held, 'end is', 'ends are')} held back`} className="mt-5">
          So many at once are what the keys of another instance look like. Look at them; if they are right, heal them with “unusually many” chosen, or one by one.
        </Notice>
      ) : null}
    </>
  )
}

function Differences({ loaderData: { run, lines, filter, sums, nextAfter, isFirst, canHeal } }: Loaded) {
  const address = (more: Record<string, string>) => {
    const { standing: standingNow, kind: kindNow } = { ...filter, ...more }
    const query = new URLSearchParams({ ...(standingNow ? { standing: standingNow } : {}), ...(kindNow ? { kind: kindNow } : {}), ...(filter.isOpen ? { open: 'yes' } : {}), ...(more.after ? { after: more.after } : {}) })
    return `/operator/reconcile/${run.id}?${query}`.replace(/\?$/, '')
  }
  const tabs = [{ value: '', label: 'All', count: sums.all }, ...(['missing', 'stale', 'gone'] as const).map((value) => ({ value, label: standingWords[value].label, count: sums[value] }))]
  const kinds = [{ value: '', label: 'Any kind' }, { value: 'user', label: 'Users' }, { value: 'organization', label: 'Organizations' }, { value: 'membership', label: 'Memberships' }]
  return (
    <section aria-labelledby="drift-title" className="mt-10">
      <SectionHeader title={<span id="drift-title">Differences</span>} />
      <Tabs label="Sorts" tabs={tabs.map(({ value, label, count }) => ({ href: address({ standing: value }), label, count, current: (filter.standing ?? '') === value }))} />
      <nav aria-label="Kinds" className="mt-3 flex flex-wrap gap-2">
        {kinds.map(({ value, label }) => (
          <ButtonLink key={value} size="sm" variant={(filter.kind ?? '') === value ? 'plain' : 'quiet'} aria-current={(filter.kind ?? '') === value ? 'true' : undefined} href={address({ kind: value })}>
            {label}
          </ButtonLink>
        ))}
      </nav>
      {lines.length === 0 ? (
        <EmptyState className="mt-4" icon={GitCompareArrows} title={run.state === 'running' ? 'Nothing was found so far' : 'Here and there agree'}>
          {run.state === 'running' ? 'What differs stands here as soon as it is found.' : 'No difference of this sort was found.'}
        </EmptyState>
      ) : (
        <form method="post" action={`/operator/reconcile/${run.id}`} className="mt-4">
          {canHeal && lines.some(({ state }) => state !== 'healed') ? (
            <div className="mb-4 flex flex-wrap items-center gap-3">
              <Button type="submit" size="sm">
                Heal chosen
              </Button>
              <span className="text-sm text-ink-3">Clerk is asked for each first. What it has no more ends here.</span>
            </div>
          ) : null}
          <DriftList lines={lines} />
        </form>
      )}
      <Pagination label="Differences" newer="First" older="More" newerHref={isFirst ? null : address({})} olderHref={nextAfter ? address({ after: nextAfter }) : null} />
    </section>
  )
}
