import { redirect } from 'react-router'
import { endSession, listSessions, readProtection, renameSelf } from '#modules/identity/index.ts'
import { nameForm } from '#modules/identity/sign-in/sign-in.schema.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { TextField } from '#ui/text-field.tsx'
import { clerkAccountHref } from '../clerk/clerk-account-href.ts'
import { AccountPage } from '../marketing/account-page.tsx'
import { FormFaultList } from '../marketing/form-fault-list.tsx'
import { parseForm } from '../parse-form.ts'
import { requestContext } from '../request-context.ts'
import { readSentForm } from '../read-sent-form.ts'
import { requireViewer } from '../require-viewer.ts'
import { answering, answeringForm } from '../respond.ts'
import type { RouteHandle } from '../page-needs.ts'
import { ownAccountWords } from '../words/own-account-words.ts'
import type { Route } from './+types/account.ts'
import { accountHref } from './account-href.ts'
import { ago } from './ago.ts'
import { deviceName, isPhone } from './device-name.ts'
import { DeviceList } from './device-list.tsx'
import { enterAccount } from './enter-account.ts'
import { ClerkKeepsIt, SignInWays } from './sign-in-ways.tsx'

export const handle: RouteHandle = { isStatic: true, keepsSession: true }

export const meta: Route.MetaFunction = () => [{ title: ownAccountWords().accountTitle }]

/** What the session list notes only so often. */
const seenEverySeconds = 300

const said = (): Record<string, string> => ({
  saved: ownAccountWords().nameSaved,
  ended: ownAccountWords().deviceOut,
  password: ownAccountWords().passwordSet,
  address: ownAccountWords().addressSet,
})

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const { ctx, viewer, onward, nonce, state } = await enterAccount(context, request)
  const now = ctx.clock.now()
  const [sessions, protection] = await Promise.all([listSessions(ctx, viewer.userId, request.headers), readProtection(ctx, viewer.userId)])
  return {
    onward,
    nonce,
    name: viewer.name,
    email: viewer.email,
    protection,
    clerkHref: ctx.config.clerk ? clerkAccountHref(ctx.config.clerk) : null,
    said: state && Object.hasOwn(said(), state) ? said()[state] : null,
    devices: sessions.map(({ id, userAgent, address, startedAt, lastSeenAt, isCurrent, domains }) => ({
      id, name: deviceName(userAgent), isPhone: isPhone(userAgent), address, startedAt: startedAt.toISOString(), seen: ago(lastSeenAt, now, seenEverySeconds), isCurrent, domains,
    })),
  }
})

export const action = answeringForm(async ({ request, context }: Route.ActionArgs) => {
  const viewer = await requireViewer(context, request)
  const { app } = context.get(requestContext)
  const { onward } = await enterAccount(context, request)
  const form = await readSentForm(request)
  const intent = form.get('intent')
  if (intent === 'everywhere') {
    await app.identity.signOutEverywhere(viewer.userId)
    throw redirect('/sign-in?state=everywhere')
  }
  if (intent === 'end') await endSession(app.systemCtx, viewer.userId, String(form.get('session')))
  else await renameSelf(app.systemCtx, viewer.userId, parseForm(nameForm, form).name)
  throw redirect(accountHref('/account', onward.next, intent === 'end' ? 'ended' : 'saved'))
})

export default function Account({ loaderData, actionData }: Route.ComponentProps) {
  const words = ownAccountWords()
  const { onward, nonce, name, email, protection, clerkHref, devices } = loaderData
  return (
    <AccountPage wide school={onward.school} nonce={nonce} title={words.yourAccount} text={onward.school ? words.oneAccountAt(onward.school.name) : words.oneAccount} foot={<SignOutForms count={devices.length} />}>
      {loaderData.said ? <Notice tone="good" title={loaderData.said} className="mb-8" /> : null}
      <FormFaultList faults={actionData} beside={['name']} />
      <form method="post" noValidate className="grid items-start gap-x-3 gap-y-4 sm:grid-cols-[minmax(0,1fr)_auto]">
        <TextField label={words.yourName} name="name" autoComplete="name" defaultValue={actionData?.values.name ?? name} error={actionData?.fieldErrors.name} />
        <Button type="submit" className="justify-self-start sm:mt-[1.625rem]">
          {words.save}
        </Button>
      </form>
      <Heading>{words.signingIn}</Heading>
      {protection ? <SignInWays email={email} protection={protection} next={onward.next} /> : <ClerkKeepsIt email={email} href={clerkHref} />}
      <Heading>{words.whereSignedIn}</Heading>
      <DeviceList devices={devices} />
      <Heading>{words.yourData}</Heading>
      <p className="text-ink-2">
        <a href="/account/data" className="link text-ink">
          {words.copyOrDelete}
        </a>
        .
      </p>
      {onward.school ? (
        <p className="mt-8">
          <a href={onward.next ?? onward.school.home} className="link font-medium text-ink">
            {words.backTo(onward.school.name)}
          </a>
        </p>
      ) : null}
    </AccountPage>
  )
}

function Heading({ children }: { children: string }) {
  return <h2 className="mb-3 mt-11 text-base font-semibold">{children}</h2>
}

function SignOutForms({ count }: { count: number }) {
  const words = ownAccountWords()
  return (
    <>
      <div className="flex flex-wrap gap-2.5">
        <form method="post" action="/sign-out">
          <Button type="submit">{words.signOut}</Button>
        </form>
        <form method="post">
          <Button type="submit" variant="quiet" name="intent" value="everywhere">
            {words.signOutEverywhere}
          </Button>
        </form>
      </div>
      <p className="mt-3">{count > 1 ? words.everywhereAll(count) : words.everywhereThis}</p>
    </>
  )
}
