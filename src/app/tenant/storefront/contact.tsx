import { redirect } from 'react-router'
import { SchoolFrame } from '#modules/catalog/ui/school-frame.tsx'
import { schoolLinks } from '#modules/catalog/ui/school-links.ts'
import { asksForMessages, sendContactMessage } from '#modules/storefront/index.ts'
import { contactForm } from '#modules/storefront/contact/contact.schema.ts'
import { ContactForm } from '#modules/storefront/ui/contact-form.tsx'
import { NotFound } from '#platform/errors/app-error.ts'
import { ButtonLink } from '#ui/button.tsx'
import type { Route } from './+types/contact.ts'
import { FormFaultList } from '../../marketing/form-fault-list.tsx'
import { parseForm } from '../../parse-form.ts'
import { readSentForm } from '../../read-sent-form.ts'
import { requestContext } from '../../request-context.ts'
import { answering, answeringForm } from '../../respond.ts'
import type { RouteHandle } from '../../page-needs.ts'
import { pageMeta } from '../catalog/page-meta.ts'
import { schoolPage, tonguesOf } from '../catalog/school-page.ts'
import { storefrontWords } from '../../words/storefront-words.ts'

export const handle: RouteHandle = { isStatic: true }

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const { tenant, tenantCtx, home, role } = context.get(requestContext)
  if (!tenant || !(await asksForMessages(await tenantCtx()))) throw new NotFound('this school has no contact form')
  return {
    page: await schoolPage(context, request, await role()),
    isSent: new URL(request.url).searchParams.get('state') === 'sent',
    meta: { title: storefrontWords().writeTo(tenant.name), description: null, url: `${home}/contact`, siteName: tenant.name, tongues: tonguesOf(context) },
  }
})

export const action = answeringForm(async ({ request, context }: Route.ActionArgs) => {
  const { app, tenant, tenantCtx, base, address } = context.get(requestContext)
  if (!tenant) throw new NotFound()
  const message = parseForm(contactForm, await readSentForm(request))
  const school = { name: tenant.name, brandColour: tenant.brand_colour, locale: tenant.locale }
  await sendContactMessage({ ...(await tenantCtx()), inSystem: app.systemCtx.inSystem, school, address }, message)
  throw redirect(`${base}/contact?state=sent`, 303)
})

export const meta: Route.MetaFunction = ({ loaderData }) => pageMeta(loaderData?.meta)

export default function ContactPage({ loaderData, actionData }: Route.ComponentProps) {
  const { page, isSent } = loaderData
  const words = storefrontWords()
  return (
    <SchoolFrame {...page}>
      <div className="wrap max-w-[720px]! pb-20 pt-8 sm:pt-14">
        {isSent ? (
          <div role="status">
            <h1 className="display text-[2rem] leading-[1.08] sm:text-[2.75rem]">{words.onItsWay}</h1>
            <p className="mt-4 text-[1.0625rem] text-ink-2">{words.answersTo(page.school.name)}</p>
            <ButtonLink href={schoolLinks(page).home} className="mt-7">
              {words.backTo(page.school.name)}
            </ButtonLink>
          </div>
        ) : (
          <>
            <h1 className="display mb-8 text-[2rem] leading-[1.08] sm:text-[2.75rem]">{words.writeTo(page.school.name)}</h1>
            <FormFaultList faults={actionData} beside={['name', 'email', 'message']} />
            <ContactForm action={`${page.base}/contact`} schoolName={page.school.name} faults={actionData} focusOn={Object.keys(actionData?.fieldErrors ?? {})[0]} />
          </>
        )}
      </div>
    </SchoolFrame>
  )
}
