import { redirect } from 'react-router'
import { answerSecondStep, requireSecondFactor } from '#modules/identity/index.ts'
import { secondStepForm } from '#modules/identity/security/security.schema.ts'
import { InvalidInput } from '#platform/errors/app-error.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { parseForm } from '../parse-form.ts'
import { requestContext } from '../request-context.ts'
import { readSentForm } from '../read-sent-form.ts'
import { answering, answeringForm, type FormFaults } from '../respond.ts'
import type { RouteHandle } from '../page-needs.ts'
import { arrivalWords } from '../words/arrival-words.ts'
import type { Route } from './+types/second-step.ts'
import { AccountPage } from './account-page.tsx'
import { focusFirstFault, FormFaultList } from './form-fault-list.tsx'
import { readOnward } from './school-of-next.ts'
import { withNext } from './with-next.ts'

export const handle: RouteHandle = { isStatic: true }

export const meta: Route.MetaFunction = () => [{ title: arrivalWords().signInTitle }]

/** The second question of a sign-in. Whoever has not answered the first is led back to it. */
export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const { app, nonce } = context.get(requestContext)
  const { searchParams } = new URL(request.url)
  const onward = await readOnward(context, searchParams.get('next'))
  if (!(await requireSecondFactor(app).findPending(request.headers))) throw redirect(withNext('/sign-in', onward.next))
  return { ...onward, nonce, kind: searchParams.get('with') === 'recovery' ? ('recovery' as const) : ('app' as const) }
})

const refusals = () => ({
  app: arrivalWords().refusedApp,
  recovery: arrivalWords().refusedRecovery,
})

export const action = answeringForm(async ({ request, context }: Route.ActionArgs) => {
  const { app } = context.get(requestContext)
  const { next } = await readOnward(context, new URL(request.url).searchParams.get('next'))
  const { kind, code, trusts } = parseForm(secondStepForm, await readSentForm(request))
  const outcome = await answerSecondStep(app.systemCtx, { kind, code, trustsDevice: trusts === 'on', headers: request.headers })
  if (outcome.kind === 'over') throw redirect(withNext('/sign-in', next))
  if (outcome.kind === 'refused') throw new InvalidInput({ code: refusals()[kind] })

  const headers = new Headers()
  for (const cookie of outcome.cookies) headers.append('Set-Cookie', cookie)
  throw redirect(next ?? '/', { headers })
})

export default function SecondStep({ loaderData, actionData }: Route.ComponentProps) {
  const words = arrivalWords()
  const { next, school, nonce, kind } = loaderData
  const other = kind === 'app' ? { with: 'recovery', label: words.useRecovery } : { with: 'app', label: words.useApp }
  return (
    <AccountPage
      school={school}
      nonce={nonce}
      title={words.oneMoreStep}
      text={kind === 'app' ? words.typeAppCode : words.typeRecoveryCode}
      foot={
        <span className="flex flex-wrap justify-between gap-x-6 gap-y-2">
          <a href={`/second-step?${new URLSearchParams({ with: other.with, ...(next ? { next } : {}) })}`} className="link touch font-medium text-ink">
            {other.label}
          </a>
          <a href={withNext('/sign-in', next)} className="link touch text-ink-2">
            {words.beginAgain}
          </a>
        </span>
      }
    >
      <FormFaultList faults={actionData} beside={['code', 'trusts']} />
      <CodeForm kind={kind} faults={actionData} />
    </AccountPage>
  )
}

function CodeForm({ kind, faults }: { kind: 'app' | 'recovery'; faults: FormFaults | undefined }) {
  const words = arrivalWords()
  const look = kind === 'app' ? ({ label: words.code, inputMode: 'numeric', autoComplete: 'one-time-code', hint: words.sixDigits } as const) : ({ label: words.recoveryCode, autoComplete: 'off', hint: words.elevenCharacters } as const)
  return (
    <form method="post" noValidate className="grid gap-5">
      <input type="hidden" name="kind" value={kind} />
      <TextField {...look} name="code" autoCapitalize="none" spellCheck={false} required error={faults?.fieldErrors.code} {...focusFirstFault(faults)('code')} />
      <CheckboxField name="trusts" label={words.trustDevice} defaultChecked={faults?.values.trusts === 'on'} error={faults?.fieldErrors.trusts} />
      <Button type="submit" variant="main" wide>
        {words.signIn}
      </Button>
    </form>
  )
}
