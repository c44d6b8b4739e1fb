import type { RouterContextProvider } from 'react-router'
import { arrivalHref } from '#modules/tenancy/index.ts'
import { requestContext } from '../request-context.ts'

/**
 * The full address to come back to once one is signed in at the installation.
 *
 * @param path on this host, with its query
 */
export function wayBack(context: Readonly<RouterContextProvider>, path: string): string {
  const { app, origin, domain, tenant } = context.get(requestContext)
  return domain && tenant ? arrivalHref(app.config, { slug: tenant.slug, primaryDomain: domain }, path) : `${origin}${path}`
}

/**
 * A path of the same host, as it stands in an address for later.
 *
 * @returns the first page for whatever would lead elsewhere
 */
export function pathOfNext(wanted: string | null): string {
  const isPath = wanted !== null && wanted.length <= 2000 && /^\/(?![/\\])/.test(wanted) && !/[\\\u0000-\u001f\u007f]/.test(wanted)
  return isPath ? wanted : '/'
}
