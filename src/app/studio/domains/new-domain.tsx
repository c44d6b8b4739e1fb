import { redirect } from 'react-router'
import { domainWords } from '#modules/tenancy/ui/words/domain-words.ts'
import { addDomain } from '#modules/tenancy/index.ts'
import { addDomainForm } from '#modules/tenancy/domains/domain.schema.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { TextField } from '#ui/text-field.tsx'
import { focusFirstFault, FormFaultList } from '../../marketing/form-fault-list.tsx'
import { parseForm } from '../../parse-form.ts'
import { readSentForm } from '../../read-sent-form.ts'
import { requestContext } from '../../request-context.ts'
import { requireStudio } from '../../require-viewer.ts'
import { answering, answeringForm } from '../../respond.ts'
import type { Route } from './+types/new-domain.ts'

export const meta: Route.MetaFunction = () => [{ title: domainWords().addDomain }]

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  await requireStudio(context, request, 'school.manage')
  const { app, base } = context.get(requestContext)
  if (!app.accounts.handOvers) throw new NotFound('domains of the schools’ own cannot be used with this identity provider')
  return { base }
})

export const action = answeringForm(async ({ request, context }: Route.ActionArgs) => {
  const { ctx } = await requireStudio(context, request, 'school.manage')
  const { app, base } = context.get(requestContext)
  const domainId = await addDomain({ ...ctx, config: app.config, accounts: app.accounts }, parseForm(addDomainForm, await readSentForm(request)))
  throw redirect(`${base}/studio/settings/domains/${domainId}`)
})

export default function NewDomain({ loaderData: { base }, actionData: faults }: Route.ComponentProps) {
  const words = domainWords()
  const here = `${base}/studio/settings/domains`
  return (
    <div className="max-w-[620px]">
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: words.settings, href: `${base}/studio/settings` }, { label: words.domains, href: here }, { label: words.add }]} />}
        title={words.addDomain}
        text={words.newText}
      />
      <div className="mt-7">
        <FormFaultList faults={faults} beside={['host']} />
        <form method="post" noValidate className="grid gap-7">
          <TextField
            label={words.domain}
            name="host"
            hint={words.newHint}
            defaultValue={faults?.values.host}
            error={faults?.fieldErrors.host}
            required
            maxLength={300}
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            {...focusFirstFault(faults)('host')}
          />
          <div className="flex flex-wrap gap-2.5">
            <Button type="submit" variant="main">
              {words.addTheDomain}
            </Button>
            <ButtonLink variant="quiet" href={here}>
              {words.cancel}
            </ButtonLink>
          </div>
        </form>
      </div>
    </div>
  )
}
