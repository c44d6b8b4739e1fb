import { randomUUID } from 'node:crypto'
import { NotFound, type AppError } from '#platform/errors/app-error.ts'
import { withTenant } from '#platform/db/with-tenant.ts'
import type { TenantCtx } from '#platform/ctx.ts'
import { readHost } from '#platform/http/hosts.ts'
import { domainOrigin, subdomainOrigin } from '#modules/tenancy/index.ts'
import type { App } from '../../wiring.ts'
import type { RequestContext, Tenant, Viewer } from '../request-context.ts'
import type { SeenVisitor } from './find-arrival.ts'

/** What is known of a request when its context is made. */
export interface ContextInput {
  app: App
  tenant: Tenant | null
  base: string
  host: string
  address: string
  headers: Headers
  renewalFault?: AppError | null
  /** What was found of the person already. */
  seen?: SeenVisitor | null
}

/** Makes the context of one request; who is signed in is asked at most once, and only when a route wants to know. */
export function makeRequestContext(input: ContextInput): RequestContext {
  const { app, tenant } = input
  let asked: Promise<Viewer | null> | undefined
  const seen = input.seen ?? null
  const viewer = () => (asked ??= seen ? app.identity.viewerOf(seen.session, seen.person) : app.identity.findViewer(input.headers))
  async function tenantCtx(): Promise<TenantCtx> {
    if (!tenant) throw new NotFound('a page of a school was asked for outside of one')
    const userId = (await viewer())?.userId ?? null
    return {
      organizationId: tenant.id,
      userId,
      clock: app.clock,
      ids: app.ids,
      inTenant: (work) => withTenant(app.pools.web, { organizationId: tenant.id, userId }, work),
    }
  }
  const origin = `${app.config.scheme}://${input.host}`
  const meaning = readHost(input.host, '/', app.config.baseDomain)
  const domain = meaning.kind === 'domain' ? meaning.host : null
  return {
    app,
    tenant,
    base: input.base,
    locale: tenant?.locale ?? 'en',
    origin,
    domain,
    home: tenant && app.accounts.handOvers ? homeOf(app.config, tenant, { domain, here: `${origin}${input.base}` }) : `${origin}${input.base}`,
    nonce: randomUUID(),
    page: { pattern: null, isEverybodys: false },
    address: input.address,
    renewalFault: input.renewalFault ?? null,
    viewer,
    tenantCtx,
    async role() {
      const ctx = await tenantCtx()
      // Who was only just brought here may have found their role on the way.
      return seen?.person && seen.person.userId === ctx.userId ? seen.role : ctx.inTenant(async (opened) => opened.role)
    },
  }
}

/** A domain that the school has proven and not chosen shows the same pages, which then say that they belong to the subdomain. */
function homeOf(config: App['config'], tenant: Tenant, { domain, here }: { domain: string | null; here: string }): string {
  if (tenant.primary_domain) return domainOrigin(config, tenant.primary_domain)
  return domain ? subdomainOrigin(config, tenant.slug) : here
}
