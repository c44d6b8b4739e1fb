import { redirect, type RouterContextProvider } from 'react-router'
import { arrivalHref, domainOrigin, listMyOrganizations } from '#modules/tenancy/index.ts'
import { AppError, NotFound } from '#platform/errors/app-error.ts'
import { hostOfDomain, isDomain } from '#platform/http/hosts.ts'
import { findTenant } from '../find-tenant.queries.ts'
import { onwardPage } from '../http/onward-page.ts'
import { plainPage } from '../http/plain-page.ts'
import { readSentForm } from '../read-sent-form.ts'
import { requestContext, type Tenant } from '../request-context.ts'
import { viewerCtx } from '../viewer-ctx.ts'
import { errorWords } from '../words/error-words.ts'
import type { Route } from './+types/hand-over.ts'
import { pathOfNext } from './way-back.ts'
import { withNext } from './with-next.ts'

/** Where a session is to be carried. */
interface HandOverAsked {
  school: Tenant
  /** The school's own domain. */
  to: string
  /** A path there. */
  next: string
  /** The hash of the nonce that the browser was given there; null for somebody who was not there yet. */
  nonce: string | null
}

/** Carries the session to a domain of a school's own. Members go through; others are asked first, on a page of its own. */
export const loader = sayingPlainly(async ({ request, context }: Route.LoaderArgs) => {
  const asked = await readHandOver(context, new URL(request.url).searchParams)
  const { app, viewer } = context.get(requestContext)
  const { to, next, nonce, school } = asked
  const place = hostOfDomain(to, app.config.baseDomain)
  if (!nonce) return onwardPage(`${domainOrigin(app.config, to)}/arrive?next=${encodeURIComponent(next)}`, place)

  const person = await viewer()
  // Signing in may take a while, and end in another browser: it begins anew there.
  if (!person) throw redirect(withNext('/sign-in', arrivalHref(app.config, { slug: school.slug, primaryDomain: to }, next)))

  const mine = await listMyOrganizations(viewerCtx(context, person.userId))
  if (!mine.some(({ id }) => id === school.id)) throw redirect(`/hand-over/confirm?${new URLSearchParams({ to, next, nonce })}`)
  return handOver(context, request, asked)
})

/** Whoever is no member said that the school may know them. */
export const action = sayingPlainly(async ({ request, context }: Route.ActionArgs) => {
  const form = await readSentForm(request)
  const asked = await readHandOver(context, new URLSearchParams([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))))
  return handOver(context, request, asked)
})

/**
 * Reads where to.
 *
 * @throws NotFound for a domain that no school has proven
 */
export async function readHandOver(context: Readonly<RouterContextProvider>, asked: URLSearchParams): Promise<HandOverAsked> {
  const { app } = context.get(requestContext)
  const to = asked.get('to') ?? ''
  const school = app.accounts.handOvers && isDomain(to) && !to.includes('\0') ? await findTenant(app.pools.web, to) : null
  if (!school) throw new NotFound('a session was to be carried to a host of nobody’s')

  const nonce = asked.get('nonce')
  return { school, to, next: pathOfNext(asked.get('next')), nonce: nonce && /^[\w-]{43}$/.test(nonce) ? nonce : null }
}

async function handOver(context: Readonly<RouterContextProvider>, request: Request, { to, next, nonce, school }: HandOverAsked): Promise<Response> {
  const { app } = context.get(requestContext)
  const code = nonce && (await app.accounts.handOvers?.createCode(request.headers, { host: to, nonceHash: nonce }))
  if (!code) throw redirect(withNext('/sign-in', arrivalHref(app.config, { slug: school.slug, primaryDomain: to }, next)))
  return onwardPage(`${domainOrigin(app.config, to)}/arrive/done?${new URLSearchParams({ code, next })}`, hostOfDomain(to, app.config.baseDomain))
}

/** This address has no page of its own on which a fault could stand, and whoever followed an old link still wants to know. */
function sayingPlainly<Args>(work: (args: Args) => Promise<Response>): (args: Args) => Promise<Response> {
  return async (args) => {
    try {
      return await work(args)
    } catch (fault) {
      if (!(fault instanceof AppError)) throw fault

      const words = errorWords()
      const html = fault.status === 404 ? plainPage(words.notFoundTitle, words.notFoundText) : plainPage(words.didNotWorkTitle, fault.publicMessage)
      return new Response(html, { status: fault.status, headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' } })
    }
  }
}
