import '#ui/styles.css'
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useMatches, useRouteLoaderData } from 'react-router'
import type { Route } from './+types/root.ts'
import { requestContext } from './request-context.ts'

/** Public pages say `{ isStatic: true }`: they are sent without the framework's script. */
export interface RouteHandle {
  isStatic?: boolean
}

export function loader({ context }: Route.LoaderArgs) {
  const { tenant, nonce } = context.get(requestContext)
  return { locale: tenant?.locale ?? 'en', nonce }
}

export function Layout({ children }: { children: React.ReactNode }) {
  const data = useRouteLoaderData<typeof loader>('root')
  const isStatic = useMatches().some((match) => (match.handle as RouteHandle | undefined)?.isStatic)
  return (
    <html lang={data?.locale ?? 'en'}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        {isStatic ? null : <ScrollRestoration nonce={data?.nonce} />}
        {isStatic ? null : <Scripts nonce={data?.nonce} />}
      </body>
    </html>
  )
}

export default function Root() {
  return <Outlet />
}
