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
import type { RouteHandle } from '../root.tsx'
import type { Route } from './+types/second-step.ts'
import { AccountPage } from './account-page.tsx'
import { focusFirstFault, FormFaultList } from './form-fault-list.tsx'
import { readOnward } from './school-of-next.ts'
import { withNext } from './with-next.ts'

export const handle: RouteHandle = { isStatic: true }

export const meta: Route.MetaFunction = () => [{ title: 'Sign in · CourseCove' }]

/** The second question of a sign-in. Whoever has not answered the first is led back to it. */
export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const { app, nonce } = context.get(requestContext)
  const { searchParams } = new URL(request.url)
  const onward = await readOnward(context, searchParams.get('next'))
  if (!(await requireSecondFactor(app).findPending(request.headers))) throw redirect(withNext('/sign-in', onward.next))
  return { ...onward, nonce, kind: searchParams.get('with') === 'recovery' ? ('recovery' as const) : ('app' as const) }
})

const refusals = {
  app: 'This is not the code that your app shows now, or it was used already. Wait for the next one.',
  recovery: 'This is none of your recovery codes, or it was used already.',
}

export const action = answeringForm(async ({ request, context }: Route.ActionArgs) => {
  const { app } = context.get(requestContext)
  const { next } = await readOnward(context, new URL(request.url).searchParams.get('next'))
  const { kind, code, trusts } = parseForm(secondStepForm, await readSentForm(request))
  const outcome = await answerSecondStep(app.systemCtx, { kind, code, trustsDevice: trusts === 'on', headers: request.headers })
  if (outcome.kind === 'over') throw redirect(withNext('/sign-in', next))
  if (outcome.kind === 'refused') throw new InvalidInput({ code: refusals[kind] })

  const headers = new Headers()
  for (const cookie of outcome.cookies) headers.append('Set-Cookie', cookie)
  throw redirect(next ?? '/', { headers })
})

export default function SecondStep({ loaderData, actionData }: Route.ComponentProps) {
  const { next, school, nonce, kind } = loaderData
  const other = kind === 'app' ? { with: 'recovery', label: 'Use a recovery code' } : { with: 'app', label: 'Use the code of your app' }
  return (
    <AccountPage
      school={school}
      nonce={nonce}
      title="One more step"
      text={kind === 'app' ? 'Type the code that your authenticator app shows.' : 'Type one of the recovery codes that you put away. It works once.'}
      foot={
        <span className="flex flex-wrap justify-between gap-x-6 gap-y-2">
          <a href={`/second-step?${new URLSearchParams({ with: other.with, ...(next ? { next } : {}) })}`} className="link touch font-medium text-ink">
            {other.label}
          </a>
          <a href={withNext('/sign-in', next)} className="link touch text-ink-2">
            Begin again
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
  const look = kind === 'app' ? ({ label: 'Code', inputMode: 'numeric', autoComplete: 'one-time-code', hint: 'Six digits.' } as const) : ({ label: 'Recovery code', autoComplete: 'off', hint: 'Eleven characters, with a dash in the middle.' } as const)
  return (
    <form method="post" noValidate className="grid gap-5">
      <input type="hidden" name="kind" value={kind} />
      <TextField {...look} name="code" autoCapitalize="none" spellCheck={false} required error={faults?.fieldErrors.code} {...focusFirstFault(faults)('code')} />
      <CheckboxField name="trusts" label="Do not ask on this device for 30 days" defaultChecked={faults?.values.trusts === 'on'} error={faults?.fieldErrors.trusts} />
      <Button type="submit" variant="main" wide>
        Sign in
      </Button>
    </form>
  )
}
