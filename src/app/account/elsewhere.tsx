import { redirect } from 'react-router'
import { linkElsewhere, listElsewhere, readProtection, unlinkElsewhere } from '#modules/identity/index.ts'
import { linkForm, unlinkForm } from '#modules/identity/security/security.schema.ts'
import { Notice } from '#ui/notice.tsx'
import { ElsewhereNotice } from '../marketing/elsewhere-notice.tsx'
import { elsewhereHref, readElsewhere } from '../marketing/elsewhere.ts'
import { FormFaultList } from '../marketing/form-fault-list.tsx'
import { OnwardPage } from '../marketing/onward-page.tsx'
import { parseForm } from '../parse-form.ts'
import { readSentForm } from '../read-sent-form.ts'
import { answerHeaders, answering, answeringForm } from '../respond.ts'
import type { RouteHandle } from '../page-needs.ts'
import { ownAccountWords } from '../words/own-account-words.ts'
import type { Route } from './+types/elsewhere.ts'
import { AccountFrame } from './account-frame.tsx'
import { accountHref } from './account-href.ts'
import { ago } from './ago.ts'
import { ElsewhereList, LinkForm } from './elsewhere-forms.tsx'
import { enterAccount } from './enter-account.ts'

export const handle: RouteHandle = { isStatic: true }

export const meta: Route.MetaFunction = () => [{ title: ownAccountWords().elsewhereTitle }]

const said = (): Record<string, string> => ({ linked: ownAccountWords().isLinked, 'taken-off': ownAccountWords().isTakenOff })

/** Which accounts elsewhere open this one. Not there where none is configured and none is linked. */
export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const { ctx, viewer, onward, nonce, state } = await enterAccount(context, request, 'own-accounts')
  const [{ linked, linkable }, protection] = await Promise.all([listElsewhere(ctx, viewer.userId), readProtection(ctx, viewer.userId)])
  const now = ctx.clock.now()
  return {
    onward,
    nonce,
    linkable,
    hasPassword: protection?.hasPassword ?? false,
    said: state && Object.hasOwn(said(), state) ? said()[state] : null,
    fault: readElsewhere(context, new URL(request.url).searchParams).fault,
    linked: linked.map(({ since, ...view }) => ({ ...view, since: ago(since, now) })),
  }
})

export const action = answeringForm(async ({ request, context }: Route.ActionArgs) => {
  const { ctx, viewer: { userId }, onward: { next } } = await enterAccount(context, request, 'own-accounts')
  const form = await readSentForm(request)
  if (form.get('intent') === 'take-off') {
    await unlinkElsewhere(ctx, { userId, accountId: parseForm(unlinkForm, form).account })
    throw redirect(accountHref('/account/elsewhere', next, 'taken-off'))
  }

  const { provider, password } = parseForm(linkForm, form)
  const begun = await linkElsewhere(ctx, { userId, password, headers: request.headers }, { provider, next })
  if (begun.kind === 'stays') throw redirect(elsewhereHref('/account/elsewhere', { fault: begun.fault, provider, next }))
  for (const cookie of begun.cookies) context.get(answerHeaders).append('Set-Cookie', cookie)
  return { onTo: { href: begun.url, name: begun.name } }
})

export default function Elsewhere({ loaderData, actionData }: Route.ComponentProps) {
  const words = ownAccountWords()
  const { onward, nonce, linked, linkable, hasPassword } = loaderData
  if (actionData && 'onTo' in actionData && actionData.onTo) return <OnwardPage school={onward.school} nonce={nonce} to={actionData.onTo} />

  const faults = actionData && 'fieldErrors' in actionData ? actionData : undefined
  return (
    <AccountFrame onward={onward} nonce={nonce} title={words.elsewhere} text={words.elsewhereWhat}>
      {loaderData.said ? <Notice tone="good" title={loaderData.said} className="mb-6" /> : null}
      <ElsewhereNotice fault={faults ? null : loaderData.fault} sentences={words.linkFaults} />
      <FormFaultList faults={faults} beside={['password']} />
      {linked.length > 0 ? <ElsewhereList linked={linked} next={onward.next} /> : null}
      {linkable.length > 0 ? <LinkForm linkable={linkable} isFirst={linked.length === 0} hasPassword={hasPassword} faults={faults} /> : <p className="text-sm text-ink-2">{words.allLinked}</p>}
    </AccountFrame>
  )
}
