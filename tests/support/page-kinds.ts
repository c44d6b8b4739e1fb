import { matchRoutes, type RouteObject } from 'react-router'
import routes from '../../src/app/routes.ts'

/**
 * The kind of a page, by the application's own address book: `school studio/orders/:orderId`. What the payment
 * provider shows has no book; there, what looks like an id stands for any.
 *
 * @param home the address of the installation
 * @returns null for what is no page yet
 */
export function pageKind(address: string, home: string): string | null {
  const url = new URL(address)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null

  const { host, port } = new URL(home)
  // Pages that go on by themselves are seen by nobody.
  if (url.host === host && url.pathname === '/hand-over') return null
  if (url.host === host) return `installation ${patternOf(url.pathname)}`
  if (url.host.endsWith(`.${host}`)) return `school ${patternOf(url.pathname)}`
  // A domain of a school's own.
  if (url.port === port && url.hostname.endsWith('.localhost')) return `school ${patternOf(url.pathname)}`
  return `payment provider ${url.pathname.replace(/\/[a-z]+_[^/]+/g, '/:id')}`
}

/** An address that the book does not know is a kind of its own. */
function patternOf(pathname: string): string {
  const found = matchRoutes(routes as RouteObject[], pathname)
  if (!found) return pathname
  return found.map(({ route }) => route.path).filter(Boolean).join('/') || '/'
}
