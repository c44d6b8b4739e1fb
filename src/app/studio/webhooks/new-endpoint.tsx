import { redirect } from 'react-router'
import { addEndpoint } from '#modules/webhooks/index.ts'
import { endpointForm } from '#modules/webhooks/endpoints/endpoint.schema.ts'
import { EndpointFields } from '#modules/webhooks/ui/endpoint-fields.tsx'
import { SecretOnce } from '#modules/webhooks/ui/secret-once.tsx'
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
import type { Route } from './+types/new-endpoint.ts'

export const meta: Route.MetaFunction = () => [{ title: webhookPageWords().addEndpoint }]

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  await requireStudio(context, request, 'webhooks.manage')
  const { app, base } = context.get(requestContext)
  return { base, requestKey: app.ids.next() }
})

export const action = answeringForm(async ({ request, context }: Route.ActionArgs) => {
  const { ctx } = await requireStudio(context, request, 'webhooks.manage')
  const { app, base } = context.get(requestContext)
  const input = parseForm(endpointForm(app.webhookSender.mayReachLoopback), await readSentForm(request))
  const { endpointId, secret } = await addEndpoint({ ...ctx, config: app.config }, input)
  // The page of the secret was loaded again: it was shown, and the endpoint is there.
  if (!secret) throw redirect(`${base}/studio/settings/webhooks/${endpointId}`)
  return { added: { endpointId, secret, url: input.url } }
})

export default function NewEndpoint({ loaderData, actionData }: Route.ComponentProps) {
  const words = webhookPageWords()
  const here = `${loaderData.base}/studio/settings/webhooks`
  const added = actionData && 'added' in actionData ? actionData.added : null
  const faults = actionData && 'added' in actionData ? undefined : actionData
  return (
    <div className="max-w-[620px]">
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: words.settings, href: `${loaderData.base}/studio/settings` }, { label: words.webhooks, href: here }, { label: words.add }]} />}
        title={added ? words.added : words.addEndpoint}
        text={added ? <span className="wrap-anywhere">{added.url}</span> : words.hearsFromThen}
      />
      <div className="mt-7">
        {added ? (
          <SecretOnce secret={added.secret}>
            <ButtonLink variant="main" className="mt-6" href={`${here}/${added.endpointId}`}>
              {words.goOn}
            </ButtonLink>
          </SecretOnce>
        ) : (
          <>
            <FormFaultList faults={faults} beside={['url', 'description', 'order.paid', 'order.refunded', 'course.completed']} />
            <form method="post" noValidate className="grid gap-7">
              <input type="hidden" name="requestKey" value={loaderData.requestKey} />
              <EndpointFields values={faults?.values ?? { 'order.paid': 'on' }} errors={faults?.fieldErrors ?? {}} focus={focusFirstFault(faults)} />
              <div className="flex flex-wrap gap-2.5">
                <Button type="submit" variant="main">
                  {words.addTheEndpoint}
                </Button>
                <ButtonLink variant="quiet" href={here}>
                  {words.cancel}
                </ButtonLink>
              </div>
            </form>
          </>
        )}
      </div>
    </div>
  )
}
