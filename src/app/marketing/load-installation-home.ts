import type { RouterContextProvider } from 'react-router'
import type { Place } from '#ui/place-switcher.tsx'
import { mailboxHref } from '../mailbox-href.ts'
import { requestContext } from '../request-context.ts'
import { loadPlaces } from '../switcher/load-places.ts'

/** What the installation's first page shows. */
export interface InstallationHome {
  viewer: { name: string } | null
  /** Those of the person who looks, each with the way that fits their role. */
  schools: Place[]
  baseDomain: string
  /** Set where mails do not go out. */
  mailboxHref: string | null
}

export async function loadInstallationHome(context: Readonly<RouterContextProvider>): Promise<InstallationHome> {
  const { app, viewer } = context.get(requestContext)
  const person = await viewer()
  const schools = person ? (await loadPlaces(context, person.userId)).schools : []
  return { viewer: person && { name: person.name }, schools, baseDomain: app.config.baseDomain, mailboxHref: mailboxHref(app) }
}
