import { Outlet, redirect } from 'react-router'
import type { Route } from './+types/installation.ts'
import { requestContext } from '../request-context.ts'
import type { RouteHandle } from '../page-needs.ts'
import { wayBack } from './way-back.ts'

export const handle: RouteHandle = {}

/**
 * Signing in and all about accounts lives on the installation's own host. Asked for on a school's, it goes there and
 * afterwards comes back. Nothing here is ever kept by a cache.
 */
export const middleware: Route.MiddlewareFunction[] = [
  async ({ context, request }, next) => {
    const { tenant, app, base } = context.get(requestContext)
    const url = new URL(request.url)
    const path = url.pathname.slice(base.length).replace(/\.data$/, '')
    if (tenant && request.method === 'GET' && path !== '/sign-out') {
      const target = new URL(`${app.config.scheme}://${app.config.baseDomain}${path}${url.search}`)
      target.searchParams.delete('_routes')
      if (!target.searchParams.has('next')) target.searchParams.set('next', wayBack(context, base || '/'))
      throw redirect(target.href)
    }
    const response = await next()
    response.headers.set('Cache-Control', 'no-store')
    return response
  },
]

/** The middleware runs for data requests too only where there is a loader. */
export function loader() {
  return null
}

export default function Installation() {
  return <Outlet />
}
