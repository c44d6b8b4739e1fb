import type { HttpBindings } from '@hono/node-server'
import { Hono, type Context } from 'hono'
import { checkLicence } from '#modules/catalog/index.ts'
import { licenceCheckSchema } from '#modules/catalog/products/product.schema.ts'
import { InvalidInput, NotFound } from '#platform/errors/app-error.ts'
import { readHost } from '#platform/http/hosts.ts'
import { findAddresses } from '#platform/http/visitor-address.ts'
import { readBody } from '#platform/inbox/read-body.ts'
import type { App } from '../../wiring.ts'
import { findTenant } from '../find-tenant.queries.ts'

const bodyBytesMax = 4096

/**
 * `POST /api/licences/check` on a school's host or under its path, `{ "key": "…" }`: whether a licence key is good. Any
 * program may ask, from anywhere; it is told the product and nothing of the buyer.
 */
export function licencesApi(app: App): Hono {
  const addressOf = findAddresses(app.config.trustedProxies)
  const api = new Hono<{ Bindings: HttpBindings }>()
  api.post('/check', async (c) => {
    const { hostname, organizationId } = await findSchool(app, c)
    const read = licenceCheckSchema.safeParse(parse((await readBody(c.req.raw, bodyBytesMax)).toString('utf8')))
    if (!read.success) throw new InvalidInput({ key: 'Send the key as { "key": "…" }.' }, 'The body has to be JSON with a key.')

    // Behind a proxy that is not trusted everybody has one address: a limit for each school keeps one school's programs from using up another's.
    const address = `${hostname} ${addressOf(c.env?.incoming)}`
    const answer = await checkLicence({ ...app.systemCtx, organizationId }, { key: read.data.key, address })
    return c.json({ data: answer }, 200, { 'Cache-Control': 'no-store', 'Access-Control-Allow-Origin': '*' })
  })
  return api as unknown as Hono
}

async function findSchool(app: App, c: Context): Promise<{ hostname: string; organizationId: string }> {
  const hostname = (c.req.header('host') ?? '').toLowerCase()
  const meaning = readHost(hostname, c.req.path, app.config.baseDomain)
  const tenant = meaning.kind === 'school' ? await findTenant(app.pools.web, meaning.slug) : null
  if (!tenant) throw new NotFound('a licence key was asked for outside of a school')
  return { hostname, organizationId: tenant.id }
}

/** What is no JSON has no key. */
function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}
