import { redirect } from 'react-router'
import { listDeliveries, overlapHours, readEndpoint, type DeliveryStatus } from '#modules/webhooks/index.ts'
import { againMax } from '#modules/webhooks/deliveries/send-again.schema.ts'
import { SecretOnce } from '#modules/webhooks/ui/secret-once.tsx'
import { endpointWords, factWords } from '#modules/webhooks/ui/webhook-words.ts'
import { webhookPageWords } from '#modules/webhooks/ui/words/webhook-page-words.ts'
import { currentLocale } from '#platform/i18n/locale.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { When } from '#ui/when.tsx'
import { FormFaultList } from '../../marketing/form-fault-list.tsx'
import { useRefresh } from '../../operator/use-refresh.ts'
import { requestContext } from '../../request-context.ts'
import { readSentForm } from '../../read-sent-form.ts'
import { requireStudio } from '../../require-viewer.ts'
import { answering, answeringForm } from '../../respond.ts'
import { readCursor, readId } from '../orders/books-visit.ts'
import type { Route } from './+types/endpoint.ts'
import { DeliveryLog } from './delivery-log.tsx'
import { doWithEndpoint } from './do-with-endpoint.ts'
import { EndpointDeeds } from './endpoint-deeds.tsx'
import { SendMissed } from './send-missed.tsx'
import { deliveryView, endpointView, type EndpointView } from './webhook-views.ts'

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData ? webhookPageWords().webhooksTo(loaderData.host) : webhookPageWords().webhooks }]

const statuses: readonly DeliveryStatus[] = ['pending', 'delivered', 'failed', 'held']

export const loader = answering(async ({ request, params, context }: Route.LoaderArgs) => {
  const { ctx } = await requireStudio(context, request, 'webhooks.manage')
  const { base, tenant } = context.get(requestContext)
  const endpoint = await readEndpoint(ctx, readId(params.endpointId))
  const asked = new URL(request.url).searchParams
  const status = statuses.find((one) => one === asked.get('status')) ?? null
  const page = await listDeliveries(ctx, { endpointId: endpoint.id, status, before: readCursor(request, 'before') })
  return {
    base,
    endpoint: endpointView(endpoint),
    host: new URL(endpoint.url).host,
    status,
    deliveries: page.deliveries.map(deliveryView),
    older: page.older,
    isFirst: !asked.has('before'),
    missed: page.missed,
    state: asked.get('state'),
    sent: Number(asked.get('sent')) || 0,
    locale: currentLocale(),
    zone: tenant?.time_zone ?? 'UTC',
  }
})

export const action = answeringForm(async ({ request, params, context }: Route.ActionArgs) => {
  const { ctx } = await requireStudio(context, request, 'webhooks.manage')
  const { app, base } = context.get(requestContext)
  const { id } = await readEndpoint(ctx, readId(params.endpointId))
  const done = await doWithEndpoint({ ...ctx, config: app.config }, id, await readSentForm(request))
  if ('secret' in done) return done
  throw redirect(`${base}/studio/settings/webhooks${done.state === 'removed' ? '' : `/${id}`}?${new URLSearchParams(done)}`)
})

const told = (): Record<string, string> => ({
  saved: webhookPageWords().changesHold,
  tested: webhookPageWords().testOnWay,
  on: webhookPageWords().isOnNow,
  off: webhookPageWords().isOffNow,
  'overlap-ended': webhookPageWords().onlyNewNow,
})

/** One endpoint: how it stands, the log of what it was told, and what can be done with it. */
export default function EndpointPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = webhookPageWords()
  const { base, endpoint, host, state, sent, missed } = loaderData
  const list = `${base}/studio/settings/webhooks`
  const here = `${list}/${endpoint.id}`
  const secret = actionData && 'secret' in actionData ? actionData.secret : null
  // Who just sent something waits for what comes of it.
  useRefresh(endpoint.pending > 0 ? 2000 : undefined)
  const said = state === 'sent' ? words.sentAgain(sent, sent === againMax) : told()[state ?? '']
  return (
    <div className="max-w-[980px]">
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: words.settings, href: `${base}/studio/settings` }, { label: words.webhooks, href: list }, { label: host }]} />}
        title={
          <span className="flex flex-wrap items-center gap-3">
            <span className="wrap-anywhere">{host}</span>
            <Standing endpoint={endpoint} />
          </span>
        }
        text={endpoint.description || undefined}
        actions={
          <>
            <ButtonLink href={`${here}/change`}>{words.change}</ButtonLink>
            {endpoint.state === 'on' ? <Deed intent="test" label={words.sendTest} variant="main" /> : <Deed intent="on" label={words.switchOn} variant="main" />}
          </>
        }
      />
      {said && !secret ? <Notice tone="good" title={said} className="mt-6" /> : null}
      <FormFaultList faults={actionData && !('secret' in actionData) ? actionData : undefined} beside={['hours']} className="mt-6" />
      {secret ? (
        <div className="mt-6">
          <SecretOnce secret={secret} />
          <p className="mt-3 text-sm text-ink-2">{words.overlap(overlapHours)}</p>
        </div>
      ) : null}
      <Trouble loaderData={loaderData} />
      <DefinitionList
        className="mt-7"
        items={[
          { term: words.address, value: endpoint.url },
          { term: words.isTold, value: <Facts facts={endpoint.facts} /> },
        ]}
      />
      <DeliveryLog {...loaderData} here={here} />
      <SendMissed missed={missed} isOn={endpoint.state === 'on'} error={actionData && 'fieldErrors' in actionData ? actionData.fieldErrors.hours : undefined} />
      <EndpointDeeds endpoint={endpoint} locale={loaderData.locale} zone={loaderData.zone} />
    </div>
  )
}

function Standing({ endpoint }: { endpoint: EndpointView }) {
  const { label, tone } = endpointWords()[endpoint.standing] ?? { label: endpoint.standing, tone: 'neutral' as const }
  return <Chip tone={tone}>{label}</Chip>
}

function Facts({ facts }: { facts: readonly string[] }) {
  const words: Record<string, { label: string }> = factWords()
  return (
    <ul className="grid gap-0.5">
      {facts.map((fact) => (
        <li key={fact}>
          {words[fact]?.label ?? fact} <code className="text-[0.8125rem] text-ink-3">{fact}</code>
        </li>
      ))}
    </ul>
  )
}

/** A press that needs nothing besides. */
function Deed({ intent, label, variant }: { intent: string; label: string; variant: 'main' | 'plain' }) {
  return (
    <form method="post">
      <Button type="submit" variant={variant} name="intent" value={intent}>
        {label}
      </Button>
    </form>
  )
}

function Trouble({ loaderData: { endpoint, locale, zone } }: Pick<Route.ComponentProps, 'loaderData'>) {
  const words = webhookPageWords()
  if (endpoint.state === 'gone') {
    return (
      <Notice tone="bad" title={words.answered410} className="mt-6">
        {words.answered410Text}
      </Notice>
    )
  }
  if (endpoint.state === 'failing') {
    return (
      <Notice tone="bad" title={words.failed5Days} className="mt-6">
        {words.heldText}
      </Notice>
    )
  }
  if (endpoint.state === 'off') {
    return (
      <Notice title={words.itIsOff} className="mt-6">
        {words.notToldLater}
      </Notice>
    )
  }
  if (!endpoint.failingSince) return null

  return (
    <Notice tone="warn" title={<>{words.nothingSince}{' '}<When iso={endpoint.failingSince} zone={zone} locale={locale} /></>} className="mt-6">
      {words.howTried}
    </Notice>
  )
}
