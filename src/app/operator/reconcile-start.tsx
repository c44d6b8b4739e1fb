import { redirect } from 'react-router'
import { z } from 'zod'
import { describeHealing, startRun, type HealingForecast } from '#modules/operations/index.ts'
import { Instant } from '#modules/operations/ui/instant.tsx'
import { installationWords } from '#modules/operations/ui/words/installation-words.ts'
import { walkWords } from '#modules/operations/ui/words/walk-words.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { log } from '#platform/log/log.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import type { Route } from './+types/reconcile-start.ts'
import { FormFaultList } from '../marketing/form-fault-list.tsx'
import { parseForm } from '../parse-form.ts'
import { readSentForm } from '../read-sent-form.ts'
import { answering, answeringForm } from '../respond.ts'
import { requireOperator } from './require-operator.ts'

export const meta: Route.MetaFunction = () => [{ title: installationWords().titled(walkWords().compareAndHeal) }]

/** What a walk that heals would do, by the last one that compared everything. */
export const loader = answering(async ({ context }: Route.LoaderArgs) => {
  const { ctx } = await requireOperator(context)
  if (!ctx.directory) throw new NotFound('there is nothing to walk')
  const { comparedAt, ...figures } = await describeHealing(ctx)
  return { ...figures, comparedAt: comparedAt?.toISOString() ?? null }
})

/** What the pages send and nothing else: people may end by this, so nothing is guessed. */
const walkForm = z.object({ intent: z.enum(['compare', 'heal'], { error: () => walkWords().pressButton }), endMany: z.literal('on', { error: () => walkWords().tickOrLeave }).optional() })

export const action = answeringForm(async ({ request, context }: Route.ActionArgs) => {
  const { ctx, viewer } = await requireOperator(context)
  if (!ctx.directory) throw new NotFound('there is nothing to walk')
  const { intent, endMany } = parseForm(walkForm, await readSentForm(request))
  const wish = { isApplied: intent === 'heal', mayEndMany: intent === 'heal' && endMany === 'on' }
  const runId = await startRun(ctx, wish)
  log.info({ by: viewer.userId, run: runId, ...wish }, 'an operator asked for a walk through the directory')
  throw redirect(runId ? `/operator/reconcile/${runId}` : '/operator/reconcile?busy=yes')
})

export default function ReconcileStart({ loaderData, actionData }: Route.ComponentProps) {
  const words = walkWords()
  return (
    <div className="max-w-2xl">
      <PageHeader above={<Breadcrumbs crumbs={[{ label: words.reconcile, href: '/operator/reconcile' }, { label: words.compareAndHeal }]} />} title={words.healQuestion} />
      <ul className="mt-5 grid gap-2 text-ink-2">
        {consequences(loaderData).map((one) => (
          <li key={one} className="flex gap-3 tabular-nums before:mt-2.5 before:size-1 before:shrink-0 before:rounded-full before:bg-ink-3">
            <span>{one}</span>
          </li>
        ))}
      </ul>
      {loaderData.comparedAt ? <p className="mt-4 text-sm text-ink-3">{words.figuresOf} <Instant iso={loaderData.comparedAt} />. {words.sinceHealedToo}</p> : null}
      <FormFaultList faults={actionData} beside={['endMany']} className="mt-6" />
      <form method="post" action="/operator/reconcile/start" className="mt-6 grid gap-6">
        <CheckboxField name="endMany" error={actionData?.fieldErrors.endMany} label={words.endMany} hint={words.endManyHint} />
        <div className="flex flex-col-reverse gap-2.5 sm:flex-row">
          <ButtonLink href="/operator/reconcile">{words.leaveAll}</ButtonLink>
          <Button type="submit" name="intent" value="heal" variant="main">
            {words.compareAndHeal}
          </Button>
        </div>
      </form>
    </div>
  )
}

function consequences({ missing, stale, gone, here }: Omit<HealingForecast, 'comparedAt'> & { comparedAt: string | null }): string[] {
  const words = walkWords()
  const known = words.compared(here.user, here.organization, here.membership)
  if (missing + stale + gone === 0) return [known, words.whatHappens, words.ending]
  return [
    known,
    ...(missing > 0 ? [words.willBeMade(missing)] : []),
    ...(stale > 0 ? [words.willBeWritten(stale)] : []),
    ...(gone > 0 ? [words.willEnd(gone)] : []),
    words.ending,
  ]
}
