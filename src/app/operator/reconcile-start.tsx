import { redirect } from 'react-router'
import { z } from 'zod'
import { describeHealing, startRun, type HealingForecast } from '#modules/operations/index.ts'
import { Instant } from '#modules/operations/ui/instant.tsx'
import { counted } from '#modules/operations/ui/words.ts'
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

export const meta: Route.MetaFunction = () => [{ title: 'Compare and heal · Operator' }]

/** What a walk that heals would do, by the last one that compared everything. */
export const loader = answering(async ({ context }: Route.LoaderArgs) => {
  const { ctx } = await requireOperator(context)
  if (!ctx.directory) throw new NotFound('there is nothing to walk')
  const { comparedAt, ...figures } = await describeHealing(ctx)
  return { ...figures, comparedAt: comparedAt?.toISOString() ?? null }
})

/** What the pages send and nothing else: people may end by this, so nothing is guessed. */
const walkForm = z.object({ intent: z.enum(['compare', 'heal'], 'Press one of the buttons.'), endMany: z.literal('on', 'Tick this box, or leave it empty.').optional() })

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
  return (
    <div className="max-w-2xl">
      <PageHeader above={<Breadcrumbs crumbs={[{ label: 'Reconcile', href: '/operator/reconcile' }, { label: 'Compare and heal' }]} />} title="Compare everything and heal what differs?" />
      <ul className="mt-5 grid gap-2 text-ink-2">
        {consequences(loaderData).map((one) => (
          <li key={one} className="flex gap-3 tabular-nums before:mt-2.5 before:size-1 before:shrink-0 before:rounded-full before:bg-ink-3">
            <span>{one}</span>
          </li>
        ))}
      </ul>
      {loaderData.comparedAt ? <p className="mt-4 text-sm text-ink-3">These figures are of the comparison of <Instant iso={loaderData.comparedAt} />. What came since is healed too.</p> : null}
      <FormFaultList faults={actionData} beside={['endMany']} className="mt-6" />
      <form method="post" action="/operator/reconcile/start" className="mt-6 grid gap-6">
        <CheckboxField name="endMany" error={actionData?.fieldErrors.endMany} label="End people and schools also when they are unusually many" hint="Without this, more than 20 and more than a tenth of a kind are held back until you have looked at them." />
        <div className="flex flex-col-reverse gap-2.5 sm:flex-row">
          <ButtonLink href="/operator/reconcile">Leave everything as it is</ButtonLink>
          <Button type="submit" name="intent" value="heal" variant="main">
            Compare and heal
          </Button>
        </div>
      </form>
    </div>
  )
}

function consequences({ missing, stale, gone, here }: Omit<HealingForecast, 'comparedAt'> & { comparedAt: string | null }): string[] {
  const known = `${counted(here.user, 'user')}, ${counted(here.organization, 'organization')} and ${counted(here.membership, 'membership')} here are compared with Clerk, one list after the other.`
  if (missing + stale + gone === 0) return [known, 'What is missing here is made, what is stale is written anew, and what Clerk has no more ends here as if it had told us.', ending]
  return [
    known,
    ...(missing > 0 ? [`${counted(missing, 'thing that is', 'things that are')} missing here will be made, or come back where ${missing === 1 ? 'its end' : 'their end'} was told wrongly.`] : []),
    ...(stale > 0 ? [`${counted(stale, 'thing', 'things')} will be written anew, as Clerk has ${stale === 1 ? 'it' : 'them'}.`] : []),
    ...(gone > 0 ? [`${counted(gone, 'thing', 'things')} that Clerk has no more will end here: each is asked for by its id once more before.`] : []),
    ending,
  ]
}

const ending = 'A user who ends loses their memberships and files; who has orders or taught stays as a row without a name. That cannot be undone.'
