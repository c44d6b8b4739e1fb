import { redirect } from 'react-router'
import { makeKey } from '#modules/api-keys/index.ts'
import { apiKeyForm, keyResources } from '#modules/api-keys/keys/api-key.schema.ts'
import { KeyFields } from '#modules/api-keys/ui/key-fields.tsx'
import { scopesSentence } from '#modules/api-keys/ui/key-words.ts'
import { keyPageWords } from '#modules/api-keys/ui/words/key-page-words.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { CopyField } from '#ui/copy-field.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { focusFirstFault, FormFaultList } from '../../marketing/form-fault-list.tsx'
import { parseForm } from '../../parse-form.ts'
import { readSentForm } from '../../read-sent-form.ts'
import { requestContext } from '../../request-context.ts'
import { requireStudio } from '../../require-viewer.ts'
import { answering, answeringForm } from '../../respond.ts'
import type { Route } from './+types/new-key.ts'

export const meta: Route.MetaFunction = () => [{ title: keyPageWords().makeKey }]

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  await requireStudio(context, request, 'api-keys.manage')
  const { app, base, origin } = context.get(requestContext)
  return { base, address: `${origin}${base}/api/v1`, requestKey: app.ids.next() }
})

export const action = answeringForm(async ({ request, context }: Route.ActionArgs) => {
  const { ctx } = await requireStudio(context, request, 'api-keys.manage')
  const { base } = context.get(requestContext)
  const input = parseForm(apiKeyForm, await readSentForm(request))
  const { keyId, secret } = await makeKey(ctx, input)
  // The page of the key was loaded again: it was shown, and the key is there.
  if (!secret) throw redirect(`${base}/studio/settings/api/${keyId}`)
  return { made: { keyId, secret, name: input.name, may: scopesSentence(input.scopes), readsCourses: input.scopes.includes('courses:read') } }
})

export default function NewKey({ loaderData, actionData }: Route.ComponentProps) {
  const words = keyPageWords()
  const here = `${loaderData.base}/studio/settings/api`
  const made = actionData && 'made' in actionData ? actionData.made : null
  const faults = actionData && 'made' in actionData ? undefined : actionData
  return (
    <div className="max-w-[680px]">
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: words.settings, href: `${loaderData.base}/studio/settings` }, { label: words.api, href: here }, { label: words.makeKey }]} />}
        title={made ? words.isMade : words.makeKey}
        text={made ? <span className="wrap-anywhere">{words.madeFor(made.name, made.may)}</span> : words.newText}
      />
      <div className="mt-7">
        {made ? (
          <MadeKey made={made} address={loaderData.address} href={`${here}/${made.keyId}`} />
        ) : (
          <>
            <FormFaultList faults={faults} beside={['name', 'expiresIn', ...keyResources]} />
            <form method="post" noValidate className="grid gap-7">
              <input type="hidden" name="requestKey" value={loaderData.requestKey} />
              <KeyFields values={faults?.values ?? { courses: 'read' }} errors={faults?.fieldErrors ?? {}} focus={focusFirstFault(faults)} />
              <div className="flex flex-wrap gap-2.5">
                <Button type="submit" variant="main">
                  {words.makeTheKey}
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

type Made = { secret: string; readsCourses: boolean }

function MadeKey({ made: { secret, readsCourses }, address, href }: { made: Made; address: string; href: string }) {
  const words = keyPageWords()
  return (
    <section aria-label={words.theKey}>
      <Notice tone="warn" title={words.copyNow}>
        {words.keyHint}
      </Notice>
      <CopyField label={words.key} value={secret} className="mt-5" />
      {readsCourses ? <CopyField label={words.tryIt} hint={words.tryItText} value={`curl -H 'Authorization: Bearer ${secret}' ${address}/courses`} className="mt-5" /> : null}
      <ButtonLink variant="main" className="mt-6" href={href}>
        {words.goOn}
      </ButtonLink>
    </section>
  )
}
