import { redirect } from 'react-router'
import { makeKey } from '#modules/api-keys/index.ts'
import { apiKeyForm, keyResources } from '#modules/api-keys/keys/api-key.schema.ts'
import { KeyFields } from '#modules/api-keys/ui/key-fields.tsx'
import { scopesSentence } from '#modules/api-keys/ui/key-words.ts'
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

export const meta: Route.MetaFunction = () => [{ title: 'Make a key' }]

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
  const here = `${loaderData.base}/studio/settings/api`
  const made = actionData && 'made' in actionData ? actionData.made : null
  const faults = actionData && 'made' in actionData ? undefined : actionData
  return (
    <div className="max-w-[680px]">
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: 'Settings', href: `${loaderData.base}/studio/settings` }, { label: 'API', href: here }, { label: 'Make a key' }]} />}
        title={made ? 'The key is made' : 'Make a key'}
        text={made ? <span className="wrap-anywhere">{`${made.name}: ${made.may.charAt(0).toLowerCase()}${made.may.slice(1)}.`}</span> : 'It acts in your name, never does more than you may, and stops when you no longer run the school.'}
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
                  Make the key
                </Button>
                <ButtonLink variant="quiet" href={here}>
                  Cancel
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
  return (
    <section aria-label="The key">
      <Notice tone="warn" title="Copy this key now: it is shown only this once">
        Keep it where passwords are kept. Whoever has it can do what it may.
      </Notice>
      <CopyField label="Key" value={secret} className="mt-5" />
      {readsCourses ? <CopyField label="Try it" hint="In a terminal: it lists your courses." value={`curl -H 'Authorization: Bearer ${secret}' ${address}/courses`} className="mt-5" /> : null}
      <ButtonLink variant="main" className="mt-6" href={href}>
        Go on to the key
      </ButtonLink>
    </section>
  )
}
