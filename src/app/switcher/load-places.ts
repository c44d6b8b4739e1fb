import type { RouterContextProvider } from 'react-router'
import { holdsPermission, listMyOrganizations, schoolOrigin, subdomainOrigin, type MyOrganization } from '#modules/tenancy/index.ts'
import type { Config } from '#platform/config/config.ts'
import type { Place } from '#ui/place-switcher.tsx'
import { requestContext } from '../request-context.ts'
import { viewerCtx } from '../viewer-ctx.ts'
import { placeWords } from '../words/place-words.ts'

/** What the switcher between schools shows. */
interface Places {
  /** Empty on a domain of a school's own, which is told of no other school. */
  schools: Place[]
  /** The installation's page that lists all of them. */
  allHref: string
}

/**
 * The schools of a person, each with the way that fits their role there.
 *
 * @param userId of who is signed in
 */
export async function loadPlaces(context: Readonly<RouterContextProvider>, userId: string): Promise<Places> {
  const { app, tenant, domain } = context.get(requestContext)
  const allHref = `${app.config.scheme}://${app.config.baseDomain}/`
  if (domain) return { schools: [], allHref }

  const found = await listMyOrganizations(viewerCtx(context, userId))
  const canCarry = app.accounts.handOvers !== null
  return { schools: found.map((school) => ({ ...placeOf(app.config, canCarry ? school : { ...school, primaryDomain: null }), isHere: school.id === tenant?.id })), allHref }
}

/** The studio is opened by the subdomain, which a school always has; learning under the address it wants to be found by. */
function placeOf(config: Config, school: MyOrganization): Place {
  const isStudio = holdsPermission(school.role, 'studio.enter')
  const origin = isStudio ? subdomainOrigin(config, school.slug) : schoolOrigin(config, school)
  return { name: school.name, note: placeWords()[school.role], colour: school.brandColour, href: `${origin}${isStudio ? '/studio' : '/learn'}`, host: new URL(origin).host }
}
