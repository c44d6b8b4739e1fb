import { Plus, Webhook } from 'lucide-react'
import { listEndpoints } from '#modules/webhooks/index.ts'
import { endpointWords } from '#modules/webhooks/ui/webhook-words.ts'
import { webhookPageWords } from '#modules/webhooks/ui/words/webhook-page-words.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Icon } from '#ui/icon.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { requestContext } from '../../request-context.ts'
import { requireStudio } from '../../require-viewer.ts'
import { answering } from '../../respond.ts'
import type { Route } from './+types/endpoints.ts'
import { endpointView, type EndpointView } from './webhook-views.ts'

export const meta: Route.MetaFunction = () => [{ title: webhookPageWords().webhooks }]

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const { ctx } = await requireStudio(context, request, 'webhooks.manage')
  const { base } = context.get(requestContext)
  return { base, endpoints: (await listEndpoints(ctx)).map(endpointView), isRemoved: new URL(request.url).searchParams.get('state') === 'removed' }
})

/** Where the school's facts are sent. */
export default function Endpoints({ loaderData: { base, endpoints, isRemoved } }: Route.ComponentProps) {
  const words = webhookPageWords()
  const here = `${base}/studio/settings/webhooks`
  const add = (
    <ButtonLink variant="main" href={`${here}/new`}>
      <Icon of={Plus} />
      {words.addEndpoint}
    </ButtonLink>
  )
  return (
    <div className="max-w-[820px]">
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: words.settings, href: `${base}/studio/settings` }, { label: words.webhooks }]} />}
        title={words.webhooks}
        text={words.webhooksText}
        actions={endpoints.length > 0 ? add : null}
      />
      {isRemoved ? <Notice tone="good" title={words.removed} className="mt-6" /> : null}
      <div className="mt-7">
        {endpoints.length === 0 ? (
          <EmptyState icon={Webhook} title={words.noEndpoints} action={add}>
            {words.endpointsEmpty}
          </EmptyState>
        ) : (
          <Rows label={words.endpoints}>
            {endpoints.map((endpoint) => (
              <EndpointRow key={endpoint.id} endpoint={endpoint} href={`${here}/${endpoint.id}`} />
            ))}
          </Rows>
        )}
      </div>
    </div>
  )
}

function EndpointRow({ endpoint, href }: { endpoint: EndpointView; href: string }) {
  const { label, tone } = endpointWords()[endpoint.standing] ?? { label: endpoint.standing, tone: 'neutral' as const }
  return (
    <Row
      href={href}
      className="max-sm:flex-wrap max-sm:gap-y-2"
      title={<span className="wrap-anywhere">{endpoint.url}</span>}
      text={[endpoint.description, countsSentence(endpoint)].filter(Boolean).join(' · ')}
      end={<Chip tone={tone}>{label}</Chip>}
    />
  )
}

function countsSentence({ pending, delivered, failed, held }: EndpointView): string {
  const words = webhookPageWords()
  const parts = [words.deliveredCount(delivered), ...(pending ? [words.pendingCount(pending)] : []), ...(failed ? [words.failedCount(failed)] : []), ...(held ? [words.heldCount(held)] : [])]
  return pending + delivered + failed + held === 0 ? words.nothingSentYet : parts.join(', ')
}
