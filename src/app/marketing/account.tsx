import { redirect } from 'react-router'
import { endSession, listSessions, renameSelf } from '#modules/identity/index.ts'
import { nameForm } from '#modules/identity/sign-in/sign-in.schema.ts'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { Notice } from '#ui/notice.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { TextField } from '#ui/text-field.tsx'
import { When } from '#ui/when.tsx'
import { parseForm } from '../parse-form.ts'
import { requestContext } from '../request-context.ts'
import { readSentForm } from '../read-sent-form.ts'
import { requireViewer } from '../require-viewer.ts'
import { answering, answeringForm } from '../respond.ts'
import type { RouteHandle } from '../root.tsx'
import type { Route } from './+types/account.ts'
import { AccountPage } from './account-page.tsx'
import { deviceName } from './device-name.ts'
import { FormFaultList } from './form-fault-list.tsx'

export const handle: RouteHandle = { isStatic: true, keepsSession: true }

export const meta: Route.MetaFunction = () => [{ title: 'Your account · CourseCove' }]

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const viewer = await requireViewer(context, request)
  const sessions = await listSessions(context.get(requestContext).app.systemCtx, viewer.userId, request.headers)
  return {
    name: viewer.name,
    email: viewer.email,
    isSaved: new URL(request.url).searchParams.get('state') === 'saved',
    sessions: sessions.map(({ id, userAgent, address, startedAt, isCurrent }) => ({ id, device: deviceName(userAgent), address, startedAt: startedAt.toISOString(), isCurrent })),
  }
})

export const action = answeringForm(async ({ request, context }: Route.ActionArgs) => {
  const viewer = await requireViewer(context, request)
  const { app } = context.get(requestContext)
  const form = await readSentForm(request)
  const intent = form.get('intent')
  if (intent === 'everywhere') {
    await app.identity.signOutEverywhere(viewer.userId)
    throw redirect('/sign-in')
  }
  if (intent === 'end') await endSession(app.systemCtx, viewer.userId, String(form.get('session')))
  else await renameSelf(app.systemCtx, viewer.userId, parseForm(nameForm, form).name)
  throw redirect(intent === 'end' ? '/account' : '/account?state=saved')
})

export default function Account({ loaderData, actionData }: Route.ComponentProps) {
  const { name, email, sessions, isSaved } = loaderData
  return (
    <AccountPage title="Your account" text={email} foot={<SignOutForms />}>
      {isSaved ? <Notice tone="good" title="Your name is saved" className="mb-6" /> : null}
      <FormFaultList faults={actionData} />
      <form method="post" noValidate className="grid gap-4">
        <TextField label="Your name" name="name" autoComplete="name" defaultValue={actionData?.values.name ?? name} error={actionData?.fieldErrors.name} />
        <Button type="submit" variant="main" className="justify-self-start">
          Save
        </Button>
      </form>
      <h2 className="mb-3 mt-11 text-base font-semibold">Where you are signed in</h2>
      <Rows label="Sessions">
        {sessions.map((session) => (
          <Row
            key={session.id}
            title={session.device}
            text={
              <>
                Since <When iso={session.startedAt} zone="UTC" locale="en-GB" show="day" />
                {session.address ? ` · ${session.address}` : ''}
              </>
            }
            end={session.isCurrent ? <Chip tone="good">This device</Chip> : <EndForm id={session.id} device={session.device} />}
          />
        ))}
      </Rows>
      <p className="mt-8 text-sm text-ink-2">
        <a href="/account/data" className="link">
          Your data
        </a>
        : take a copy along, or delete the account.
      </p>
    </AccountPage>
  )
}

function EndForm({ id, device }: { id: string; device: string }) {
  return (
    <form method="post">
      <input type="hidden" name="intent" value="end" />
      <input type="hidden" name="session" value={id} />
      <Button type="submit" size="sm" aria-label={`Sign out ${device}`}>
        Sign out
      </Button>
    </form>
  )
}

function SignOutForms() {
  return (
    <div className="flex flex-wrap gap-2.5">
      <form method="post" action="/sign-out">
        <Button type="submit">Sign out</Button>
      </form>
      <form method="post">
        <Button type="submit" variant="quiet" name="intent" value="everywhere">
          Sign out everywhere
        </Button>
      </form>
    </div>
  )
}
