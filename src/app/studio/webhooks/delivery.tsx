import { redirect } from 'react-router'
import { readDelivery, readEndpoint, sendAgain } from '#modules/webhooks/index.ts'
import { tryWords } from '#modules/webhooks/ui/webhook-words.ts'
import { webhookPageWords } from '#modules/webhooks/ui/words/webhook-page-words.ts'
import { currentLocale } from '#platform/i18n/locale.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button } from '#ui/button.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader, SectionHeader } from '#ui/page-header.tsx'
import { When } from '#ui/when.tsx'
import { FormFaultList } from '../../marketing/form-fault-list.tsx'
import { useRefresh } from '../../operator/use-refresh.ts'
import { requestContext } from '../../request-context.ts'
import { requireStudio } from '../../require-viewer.ts'
import { answering, answeringForm } from '../../respond.ts'
import { readId } from '../orders/books-visit.ts'
import type { Route } from './+types/delivery.ts'
import { DeliveryChip } from './delivery-log.tsx'
import { deliveryView, tryView, type TryView } from './webhook-views.ts'

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData ? webhookPageWords().typeTo(loaderData.delivery.type, loaderData.host) : webhookPageWords().webhooks }]

export const loader = answering(async ({ request, params, context }: Route.LoaderArgs) => {
  const { ctx } = await requireStudio(context, request, 'webhooks.manage')
  const { base, tenant } = context.get(requestContext)
  const { id: endpointId, url, state } = await readEndpoint(ctx, readId(params.endpointId))
  const { delivery, body, tries } = await readDelivery(ctx, { endpointId, deliveryId: readId(params.deliveryId) })
  return {
    base,
    endpointId,
    isOn: state === 'on',
    host: new URL(url).host,
    delivery: deliveryView(delivery),
    body: JSON.stringify(JSON.parse(body), null, 2),
    tries: tries.map(tryView),
    isSentAgain: new URL(request.url).searchParams.get('state') === 'sent',
    locale: currentLocale(),
    zone: tenant?.time_zone ?? 'UTC',
  }
})

export const action = answeringForm(async ({ request, params, context }: Route.ActionArgs) => {
  const { ctx } = await requireStudio(context, request, 'webhooks.manage')
  const { base } = context.get(requestContext)
  const [endpointId, deliveryId] = [readId(params.endpointId), readId(params.deliveryId)]
  await sendAgain(ctx, { endpointId, deliveryId })
  throw redirect(`${base}/studio/settings/webhooks/${endpointId}/${deliveryId}?state=sent`)
})

/** One message: what it says, each try with what was answered, and a button to send it again. */
export default function DeliveryPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = webhookPageWords()
  const { base, endpointId, isOn, host, delivery, body, tries, isSentAgain, locale, zone } = loaderData
  const list = `${base}/studio/settings/webhooks`
  useRefresh(delivery.status === 'pending' ? 2000 : undefined)
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: words.webhooks, href: list }, { label: host, href: `${list}/${endpointId}` }, { label: delivery.type }]} />}
        title={
          <span className="flex flex-wrap items-center gap-3">
            {delivery.type}
            <DeliveryChip status={delivery.status} />
          </span>
        }
        text={isOn ? undefined : words.isOff}
        actions={
          isOn ? (
            <form method="post">
              <Button type="submit" variant="main">
                {words.sendAgain}
              </Button>
            </form>
          ) : null
        }
      />
      {isSentAgain && delivery.status === 'pending' ? <Notice tone="good" title={words.onItsWayAgain} className="mt-6" /> : null}
      <FormFaultList faults={actionData} className="mt-6" />
      <div className="mt-8 grid grid-cols-1 gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <section aria-label={words.tries}>
          <SectionHeader title={words.tries} />
          {tries.length === 0 ? <p className="border-y py-3.5 text-[0.9375rem] text-ink-2">{words.notTriedYet}</p> : null}
          <ol className="divide-y border-y empty:hidden">
            {tries.map((one, place) => (
              <TryLine key={one.id} one={one} number={tries.length - place} locale={locale} zone={zone} />
            ))}
          </ol>
          {delivery.nextAttemptAt ? (
            <p className="mt-3 text-sm text-ink-2">
              {words.nextTryAt}{' '}<When iso={delivery.nextAttemptAt} zone={zone} locale={locale} />
            </p>
          ) : null}
        </section>
        <section aria-label={words.whatItSays}>
          <SectionHeader title={words.whatItSays} />
          <DefinitionList
            items={[
              { term: words.id, value: <code className="text-[0.8125rem]">{delivery.id}</code> },
              { term: words.happened, value: <When iso={delivery.occurredAt} zone={zone} locale={locale} /> },
            ]}
          />
          {/* A text that scrolls must be reachable by the keyboard. */}
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <pre tabIndex={0} role="region" aria-label={words.body} className="mt-5 max-h-[36rem] overflow-auto whitespace-pre-wrap wrap-anywhere rounded-md border bg-sunken p-4 font-mono text-[0.8125rem] leading-relaxed">
            {body}
          </pre>
        </section>
      </div>
    </>
  )
}

function tookWords(ms: number, locale: string): string {
  return ms < 1000 ? `${ms} ms` : `${(ms / 1000).toLocaleString(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })} s`
}

function TryLine({ one, number, locale, zone }: { one: TryView; number: number; locale: string; zone: string }) {
  return (
    <li className="py-3.5 text-[0.9375rem]">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-medium">{tryWords({ outcome: one.outcome, status: one.answerStatus, reason: one.reason })}</span>
        <span className="text-sm tabular-nums text-ink-3">
          <When iso={one.createdAt} zone={zone} locale={locale} /> · {tookWords(one.durationMs, locale)}
        </span>
      </div>
      {one.answerStart ? (
        // A text that scrolls must be reachable by the keyboard.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <pre tabIndex={0} role="region" aria-label={webhookPageWords().firstBytes(number)} className="mt-2 max-h-40 overflow-auto whitespace-pre-wrap rounded-md bg-sunken p-3 font-mono text-[0.8125rem] text-ink-2 wrap-anywhere">
          {one.answerStart}
        </pre>
      ) : null}
    </li>
  )
}
