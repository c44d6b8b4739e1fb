import type { RouterContextProvider } from 'react-router'
import { safeNext } from '#modules/identity/index.ts'
import { domainOrigin } from '#modules/tenancy/index.ts'
import { isDomain, schoolOfAddress } from '#platform/http/hosts.ts'
import { findTenant } from '../find-tenant.queries.ts'
import { mailboxHref } from '../mailbox-href.ts'
import { requestContext } from '../request-context.ts'

/** The school that somebody is on the way to, for the page to wear its name and colour. */
export interface SchoolAhead {
  name: string
  brand: string
  home: string
}

/** Where a page leads on to. */
export interface Onward {
  /** Full address on one of our own hosts; null when none was asked for, or another's. */
  next: string | null
  school: SchoolAhead | null
  /** Where to read mails that do not go out. */
  mailboxHref: string | null
}

/** Reads `next` and finds out whose page it is. */
export async function readOnward(context: Readonly<RouterContextProvider>, wanted: string | null): Promise<Onward> {
  const { app } = context.get(requestContext)
  const next = safeNext(app.config, wanted)
  const mails = { mailboxHref: mailboxHref(app) }
  if (!next) return { next: null, school: null, ...mails }

  const asked = schoolOfAddress(next, app.config.baseDomain)
  const tenant = asked && (await findTenant(app.pools.web, asked.name))
  if (!asked || !tenant) return { ...mails, next, school: null }

  const origin = isDomain(asked.name) ? domainOrigin(app.config, asked.name) : new URL(next).origin
  return { ...mails, next, school: { name: tenant.name, brand: tenant.brand_colour, home: `${origin}${asked.base || '/'}` } }
}
