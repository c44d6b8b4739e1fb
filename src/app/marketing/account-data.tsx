import { OwnDataParts } from '#modules/privacy/ui/own-data.tsx'
import { currentLocale } from '#platform/i18n/locale.ts'
import { changeOwnData, readOwnData } from '../own-data-page.ts'
import { requestContext } from '../request-context.ts'
import { requireViewer } from '../require-viewer.ts'
import { answering, answeringForm } from '../respond.ts'
import type { RouteHandle } from '../page-needs.ts'
import { arrivalWords } from '../words/arrival-words.ts'
import type { Route } from './+types/account-data.ts'
import { AccountPage } from './account-page.tsx'
import { FormFaultList } from './form-fault-list.tsx'

export const handle: RouteHandle = { isStatic: true, keepsSession: true }

export const meta: Route.MetaFunction = () => [{ title: arrivalWords().yourDataTitle }]

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const { userId } = await requireViewer(context, request)
  return readOwnData(context.get(requestContext).app, { userId, organizationId: null }, { school: null, zone: 'UTC', locale: currentLocale() })
})

export const action = answeringForm(async ({ request, context }: Route.ActionArgs) => {
  const { userId } = await requireViewer(context, request)
  return changeOwnData(context.get(requestContext).app, { userId, organizationId: null }, request, '/account/data')
})

/** One's own data in all schools, and the end of the account. */
export default function AccountData({ loaderData, actionData }: Route.ComponentProps) {
  const words = arrivalWords()
  return (
    <AccountPage title={words.yourData} text={words.inEverySchool} foot={<a href="/account" className="link">{words.yourAccount}</a>}>
      <FormFaultList faults={actionData} className="mb-6" />
      <OwnDataParts {...loaderData} />
    </AccountPage>
  )
}
