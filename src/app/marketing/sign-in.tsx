import { redirect, redirectDocument } from 'react-router'
import { askToSignInWithPasskey, beginElsewhere, requestSignInLink, signIn, signInWithPasskey } from '#modules/identity/index.ts'
import { passkeyAnswerForm } from '#modules/identity/security/security.schema.ts'
import { elsewhereForm, emailForm, signInForm } from '#modules/identity/sign-in/sign-in.schema.ts'
import { AppError } from '#platform/errors/app-error.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { TextField } from '#ui/text-field.tsx'
import { findClerkDoor } from '../clerk/clerk-door.ts'
import { ClerkDoorPage } from '../clerk/clerk-door-page.tsx'
import { leadSignedIn } from '../clerk/lead-signed-in.ts'
import { parseForm } from '../parse-form.ts'
import { requestContext } from '../request-context.ts'
import { readSentForm } from '../read-sent-form.ts'
import { answerHeaders, answering, answeringForm } from '../respond.ts'
import type { RouteHandle } from '../page-needs.ts'
import type { Route } from './+types/sign-in.ts'
import { AccountPage } from './account-page.tsx'
import { CheckMailbox } from './check-mailbox.tsx'
import { ElsewhereButtons } from './elsewhere-buttons.tsx'
import { elsewhereHref, readElsewhere, type ElsewhereDoor } from './elsewhere.ts'
import { ElsewhereNotice } from './elsewhere-notice.tsx'
import { focusFirstFault, FormFaultList } from './form-fault-list.tsx'
import { PasskeyButton } from './passkey-button.tsx'
import { OnwardPage } from './onward-page.tsx'
import { readOnward } from './school-of-next.ts'
import { withNext } from './with-next.ts'
import { accountWords } from '../words/account-words.ts'

export const handle: RouteHandle = { isStatic: true }

export const meta: Route.MetaFunction = () => [{ title: accountWords().signInTitle }, { name: 'description', content: accountWords().signInSummary }]

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const { viewer, nonce } = context.get(requestContext)
  const { searchParams } = new URL(request.url)
  const onward = await readOnward(context, searchParams.get('next'))
  if (await viewer()) throw leadSignedIn(context, onward.next)

  const clerk = findClerkDoor(context, request, { page: 'sign-in', next: onward.next })
  return { ...onward, nonce, clerk, needsScripts: clerk !== null, isLinkOver: searchParams.has('error'), state: searchParams.get('state'), email: searchParams.get('email') ?? '', ...readElsewhere(context, searchParams) }
})

/** The passkey is none of ours, or was taken away; its owner still sees it on their device. */
class PasskeyRefused extends AppError {
  constructor() {
    super({ code: 'passkey-refused', status: 422, publicMessage: accountWords().passkeyRefused })
  }
}

/** The address and the password do not belong together; which of the two is wrong is nobody's business. */
class SignInRefused extends AppError {
  constructor() {
    super({ code: 'sign-in-refused', status: 422, publicMessage: accountWords().refused })
  }
}

export const action = answeringForm(async ({ request, context }: Route.ActionArgs) => {
  const { app, address } = context.get(requestContext)
  const { next } = await readOnward(context, new URL(request.url).searchParams.get('next'))
  const form = await readSentForm(request)
  if (form.get('intent') === 'link') {
    const { email } = parseForm(emailForm, form)
    await requestSignInLink(app.systemCtx, { email, next, address })
    return sent(email, 'link')
  }

  if (form.get('intent') === 'passkey-question') {
    const { options, cookies } = await askToSignInWithPasskey(app.systemCtx, { headers: request.headers, address })
    for (const cookie of cookies) context.get(answerHeaders).append('Set-Cookie', cookie)
    return { question: JSON.stringify(options) }
  }
  if (form.get('intent') === 'passkey') {
    const result = await signInWithPasskey(app.systemCtx, { answer: parseForm(passkeyAnswerForm, form).answer, headers: request.headers, address })
    if (result.kind === 'refused') throw new PasskeyRefused()
    throw redirectDocument(next ?? '/', { headers: withCookies(result.cookies) })
  }

  if (form.get('intent') === 'elsewhere') {
    const { provider } = parseForm(elsewhereForm, form)
    const begun = await beginElsewhere(app.systemCtx, { provider, next, headers: request.headers, address })
    if (begun.kind === 'stays') throw redirect(elsewhereHref('/sign-in', { fault: begun.fault, provider, next }))
    for (const cookie of begun.cookies) context.get(answerHeaders).append('Set-Cookie', cookie)
    return { onTo: { href: begun.url, name: begun.name } }
  }

  const { email, password } = parseForm(signInForm, form)
  const result = await signIn(app.systemCtx, { email, password, next, headers: request.headers, address })
  if (result.kind === 'refused') throw new SignInRefused()
  if (result.kind === 'confirm-first') return sent(email, 'confirm')
  throw redirect(result.kind === 'second-step' ? withNext('/second-step', next) : (next ?? '/'), { headers: withCookies(result.cookies) })
})

/** A mail went out. */
function sent(sentTo: string, what: 'link' | 'confirm'): { sentTo: string; what: 'link' | 'confirm' } {
  return { sentTo, what }
}

function withCookies(cookies: readonly string[]): Headers {
  const headers = new Headers()
  for (const cookie of cookies) headers.append('Set-Cookie', cookie)
  return headers
}

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  const { next, school, nonce, isLinkOver, state, clerk } = loaderData
  const words = accountWords()
  const title = school ? words.signInTo(school.name) : words.signIn
  if (clerk) return <ClerkDoorPage door={clerk} school={school} title={title} text={words.sameAddress} />

  if (actionData && 'onTo' in actionData && actionData.onTo) return <OnwardPage school={school} nonce={nonce} to={actionData.onTo} />

  const faults = actionData && 'fieldErrors' in actionData ? actionData : undefined
  if (actionData && 'sentTo' in actionData) {
    return (
      <AccountPage school={school} nonce={nonce} title={actionData.what === 'link' ? words.checkMailbox : words.confirmFirst}>
        <CheckMailbox sentTo={actionData.sentTo} what={actionData.what} backHref={withNext('/sign-in', next)} mailboxHref={loaderData.mailboxHref} />
      </AccountPage>
    )
  }

  return (
    <AccountPage
      school={school}
      nonce={nonce}
      title={title}
      foot={
        <>
          {words.newHere}{' '}
          <a href={withNext('/sign-up', next)} className="link font-medium text-ink">
            {words.createAccount}
          </a>
        </>
      }
    >
      <WhatHappened isLinkOver={isLinkOver} state={state} elsewhere={faults ? null : loaderData.fault} />
      <FormFaultList faults={faults} />
      <SignInFields faults={faults} email={faults?.values.email ?? loaderData.email} forgotHref={withNext('/forgot', next)} />
      <PasskeyButton question={actionData && 'question' in actionData ? actionData.question : undefined} nonce={nonce} />
      <ElsewhereButtons providers={loaderData.providers} next={next} way="sign-in" />
    </AccountPage>
  )
}

type WhatHappenedProps = { isLinkOver: boolean; state: string | null; elsewhere: ElsewhereDoor['fault'] }

/** Why somebody is here, as far as the address says. */
function WhatHappened({ isLinkOver, state, elsewhere }: WhatHappenedProps) {
  const words = accountWords()
  return (
    <>
      {isLinkOver ? <Notice tone="warn" title={words.linkOver} className="mb-6">{words.linkOverText}</Notice> : null}
      <ElsewhereNotice fault={elsewhere} sentences={words.elsewhere} />
      {state === 'everywhere' ? <Notice tone="good" title={words.outEverywhere} className="mb-6" /> : null}
      {state === 'new-password' ? <Notice tone="good" title={words.passwordSet} className="mb-6">{words.passwordSetText}</Notice> : null}
    </>
  )
}

function SignInFields({ faults, email, forgotHref }: { faults: Parameters<typeof FormFaultList>[0]['faults']; email: string; forgotHref: string }) {
  const focus = focusFirstFault(faults)
  const words = accountWords()
  return (
    <form method="post" noValidate className="grid gap-5">
      <TextField
        label={words.email}
        name="email"
        type="email"
        autoComplete="username"
        inputMode="email"
        required
        defaultValue={email}
        error={faults?.fieldErrors.email}
        {...focus('email')}
      />
      <div>
        <TextField
          label={words.password}
          name="password"
          type="password"
          autoComplete="current-password"
          required
          error={faults?.fieldErrors.password}
          {...focus('password')}
        />
        <p className="mt-2 text-sm">
          <a href={forgotHref} className="link touch text-ink-2">
            {words.forgot}
          </a>
        </p>
      </div>
      <div className="mt-1 grid gap-2.5">
        <Button type="submit" variant="main" wide>
          {words.signIn}
        </Button>
        <Button type="submit" name="intent" value="link" wide>
          {words.mailLink}
        </Button>
      </div>
    </form>
  )
}
