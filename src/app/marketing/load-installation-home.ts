import type { RouterContextProvider } from 'react-router'
import { holdsPermission, listMyOrganizations } from '#modules/tenancy/index.ts'
import { mailboxHref } from '../mailbox-href.ts'
import { requestContext } from '../request-context.ts'
import { viewerCtx } from '../viewer-ctx.ts'
import { schoolOrigin } from './school-addresses.ts'

/** A school of the person who looks, with the way that fits their role. */
export interface MySchool {
  name: string
  host: string
  role: string
  brand: string
  href: string
}

/** What the installation's first page shows. */
export interface InstallationHome {
  viewer: { name: string } | null
  schools: MySchool[]
  baseDomain: string
  /** Set where mails do not go out. */
  mailboxHref: string | null
}

export async function loadInstallationHome(context: Readonly<RouterContextProvider>): Promise<InstallationHome> {
  const { app, viewer } = context.get(requestContext)
  const person = await viewer()
  const found = person ? await listMyOrganizations(viewerCtx(context, person.userId)) : []
  const schools = found.map(({ name, slug, role, brandColour }) => {
    const origin = schoolOrigin(app.config, slug)
    return { name, role, brand: brandColour, host: new URL(origin).host, href: `${origin}${holdsPermission(role, 'studio.enter') ? '/studio' : '/learn'}` }
  })
  return { viewer: person && { name: person.name }, schools, baseDomain: app.config.baseDomain, mailboxHref: mailboxHref(app) }
}
