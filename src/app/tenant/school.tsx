import { Outlet } from 'react-router'
import { NotFound } from '#platform/errors/app-error.ts'
import type { Route } from './+types/school.ts'
import { requestContext } from '../request-context.ts'
import { takeCouponOfLink } from './checkout/coupon-cookie.ts'

/** Every page below belongs to a school: without one there is nothing here. */
export const middleware: Route.MiddlewareFunction[] = [
  ({ context, request }) => {
    if (!context.get(requestContext).tenant) throw new Response(new NotFound().publicMessage, { status: 404 })
    takeCouponOfLink(context, request)
  },
]

/** The middleware runs for data requests too only where there is a loader. */
export function loader() {
  return null
}

export default function School() {
  return <Outlet />
}
