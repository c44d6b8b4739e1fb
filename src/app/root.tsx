import '#ui/styles.css'
import { faceOf } from '#modules/tenancy/presets/presets.schema.ts'
import { WordingOf } from '#modules/tenancy/ui/wording.tsx'
import { brandStyle } from '#ui/brand/brand-style.ts'
import { DocumentNonce } from '#ui/brand/document-nonce.ts'
import { use, useState } from 'react'
import { directionOf } from '#platform/i18n/languages.ts'
import { currentLocale } from '#platform/i18n/locale.ts'
import { isRouteErrorResponse, Links, Meta, Outlet, Scripts, ScrollRestoration, useLocation, useMatches, useRouteLoaderData } from 'react-router'
import type { Route } from './+types/root.ts'
import { findSessionToKeep } from './clerk/find-session-to-keep.ts'
import { SessionKeeper } from './clerk/session-keeper.tsx'
import { ErrorPage } from './error-page.tsx'
import { pageIcon } from './page-icon.ts'
import { requestContext } from './request-context.ts'
import { needsOf } from './page-needs.ts'
import { answerHeaders, asPage, type Problem } from './respond.ts'
import { StaticStyles } from './static-styles.ts'

/** Notes which page it is, and sends the headers that routes noted, such as Retry-After; React Router keeps only cookies of loaders and actions. */
export const middleware: Route.MiddlewareFunction[] = [
  async ({ context, pattern }, next) => {
    context.get(requestContext).page.pattern = pattern
    const noted = new Headers()
    context.set(answerHeaders, noted)
    const response = await next()
    for (const [name, value] of noted) {
      if (name === 'set-cookie') response.headers.append(name, value)
      else response.headers.set(name, value)
    }
    return response
  },
]

export function loader({ context, request }: Route.LoaderArgs) {
  const { app, tenant, nonce, base, renewalFault } = context.get(requestContext)
  if (renewalFault) throw asPage(renewalFault)
  return { nonce, session: findSessionToKeep(app.config, request.headers), school: tenant ? { name: tenant.name, brandCss: brandStyle(tenant.brand_colour, tenant.type_pair, faceOf(tenant.preset)), home: base || '/', preset: tenant.preset } : null, look: tenant?.look ?? 'device', icon: pageIcon(tenant ? { name: tenant.name, brand: tenant.brand_colour } : null) }
}

export function Layout({ children }: { children: React.ReactNode }) {
  const data = useRouteLoaderData<typeof loader>('root')
  const [nonce] = useState(() => nonceOfDocument() ?? data?.nonce)
  const { isStatic, keepsSession } = needsOf(useMatches().map(({ handle, loaderData }) => ({ handle, data: loaderData })))
  const theme = themeOf(data?.look, useLocation().pathname)
  const locale = currentLocale()
  return (
    <html lang={locale} dir={directionOf(locale)} data-theme={theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content={theme ?? 'light dark'} />
        {data ? <link rel="icon" type="image/svg+xml" href={data.icon} /> : null}
        <Meta />
        <Styles isStatic={isStatic} nonce={nonce} />
      </head>
      <body>
        <DocumentNonce value={nonce}>
          <WordingOf preset={data?.school?.preset ?? ''}>{children}</WordingOf>
        </DocumentNonce>
        {isStatic ? null : <ScrollRestoration nonce={nonce} />}
        {isStatic ? null : <Scripts nonce={nonce} />}
        {data?.session && nonce && keepsSession ? <SessionKeeper source={data.session} nonce={nonce} /> : null}
      </body>
    </html>
  )
}

/**
 * A later loader has the nonce of its own answer, while this document knows only the first; and when an error page takes
 * the place of a page, this layout begins anew. What the document was sent with stands in its first script.
 */
function nonceOfDocument(): string | undefined {
  return typeof document === 'undefined' ? undefined : document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce
}

/** A static page has its styles in itself, so that nothing but the page is waited for; the others share a file that stays in the browser. */
function Styles({ isStatic, nonce }: { isStatic: boolean; nonce: string | undefined }) {
  const css = use(StaticStyles)
  return isStatic && css ? <style nonce={nonce} dangerouslySetInnerHTML={{ __html: css }} /> : <Links />
}

/** A school may want its pages light or dark for everybody. Those who work there have theirs as their device is. */
function themeOf(look: string | undefined, pathname: string): 'light' | 'dark' | undefined {
  const isStudio = /^(\/s\/[^/]+)?\/studio(\/|$)/.test(pathname) && !pathname.endsWith('/site/preview')
  return !isStudio && (look === 'light' || look === 'dark') ? look : undefined
}

export default function Root() {
  return <Outlet />
}

/** Whatever went wrong, the page says it in a sentence and shows a way on. Never the log's own words. */
export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const data = useRouteLoaderData<typeof loader>('root')
  const status = isRouteErrorResponse(error) ? error.status : 500
  const problem = isRouteErrorResponse(error) && isProblem(error.data) ? error.data : null
  return <ErrorPage status={status} message={problem?.message ?? null} school={data?.school ?? null} nonce={data?.nonce} />
}

function isProblem(found: unknown): found is Problem {
  return typeof found === 'object' && found !== null && 'message' in found && 'code' in found
}
