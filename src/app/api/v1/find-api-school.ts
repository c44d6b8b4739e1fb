import type { Context } from 'hono'
import { NotFound } from '#platform/errors/app-error.ts'
import { readHost } from '#platform/http/hosts.ts'
import type { App } from '../../../wiring.ts'
import { findTenant } from '../../find-tenant.queries.ts'
import type { Tenant } from '../../request-context.ts'

/** The school whose API is asked, by host or path. @throws NotFound anywhere else */
export async function findApiSchool(app: App, c: Context): Promise<Tenant> {
  const meaning = readHost((c.req.header('host') ?? '').toLowerCase(), c.req.path, app.config.baseDomain)
  const school = meaning.kind === 'school' ? await findTenant(app.pools.web, meaning.slug) : null
  if (!school) throw new NotFound('the API was asked outside of a school')
  return school
}
