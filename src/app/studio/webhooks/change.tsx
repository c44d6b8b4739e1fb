import { redirect } from 'react-router'
import { changeEndpoint, readEndpoint } from '#modules/webhooks/index.ts'
import { endpointForm } from '#modules/webhooks/endpoints/endpoint.schema.ts'
import { EndpointFields } from '#modules/webhooks/ui/endpoint-fields.tsx'
import { webhookPageWords } from '#modules/webhooks/ui/words/webhook-page-words.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { focusFirstFault, FormFaultList } from '../../marketing/form-fault-list.tsx'
import { parseForm } from '../../parse-form.ts'
import { readSentForm } from '../../read-sent-form.ts'
import { requestContext } from '../../request-context.ts'
import { requireStudio } from '../../require-viewer.ts'
import { answering, answeringForm } from '../../respond.ts'
import { readId } from '../orders/books-visit.ts'
import type { Route } from './+types/change.ts'

export const meta: Route.MetaFunction = () => [{ title: webhookPageWords().changeTitle }]

export const loader = answering(async ({ request, params, context }: Route.LoaderArgs) => {
  const { ctx } = await requireStudio(context, request, 'webhooks.manage')
  const { id, url, description, facts } = await readEndpoint(ctx, readId(params.endpointId))
  return { base: context.get(requestContext).base, id, values: { url, description, ...Object.fromEntries(facts.map((fact) => [fact, 'on'])) } as Record<string, string> }
})

export const action = answeringForm(async ({ request, params, context }: Route.ActionArgs) => {
  const { ctx } = await requireStudio(context, request, 'webhooks.manage')
  const { app, base } = context.get(requestContext)
  const { id } = await readEndpoint(ctx, readId(params.endpointId))
  await changeEndpoint(ctx, id, parseForm(endpointForm(app.webhookSender.mayReachLoopback), await readSentForm(request)))
  throw redirect(`${base}/studio/settings/webhooks/${id}?state=saved`)
})

export default function ChangeEndpoint({ loaderData, actionData }: Route.ComponentProps) {
  const words = webhookPageWords()
  const list = `${loaderData.base}/studio/settings/webhooks`
  const here = `${list}/${loaderData.id}`
  return (
    <div className="max-w-[620px]">
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: words.settings, href: `${loaderData.base}/studio/settings` }, { label: words.webhooks, href: list }, { label: words.endpoint, href: here }, { label: words.change }]} />}
        title={words.changeEndpoint}
        text={words.secretStays}
      />
      <FormFaultList faults={actionData} beside={['url', 'description', 'order.paid', 'order.refunded', 'course.completed']} className="mt-6" />
      <form method="post" noValidate className="mt-7 grid gap-7">
        <EndpointFields values={actionData?.values ?? loaderData.values} errors={actionData?.fieldErrors ?? {}} focus={focusFirstFault(actionData)} />
        <div className="flex flex-wrap gap-2.5">
          <Button type="submit" variant="main">
            {words.save}
          </Button>
          <ButtonLink variant="quiet" href={here}>
            {words.cancel}
          </ButtonLink>
        </div>
      </form>
    </div>
  )
}
