import { Hono } from 'hono'
import { hostOfDomain, readHost, schoolAsked } from '#platform/http/hosts.ts'
import type { App } from '../../wiring.ts'
import { findTenant } from '../find-tenant.queries.ts'

/**
 * `GET /api/domains/ask?domain=…`: whether the proxy in front may get a certificate for a host. 200 for a domain that a
 * school has proven, for schools' subdomains and the installation's own hosts; 404 for all others, so that nobody can
 * make it ask for certificates without end.
 *
 * @see https://caddyserver.com/docs/automatic-https#on-demand-tls
 */
export function domainsApi(app: App): Hono {
  return new Hono().get('/ask', async (c) => ((await isServed(app, c.req.query('domain') ?? '')) ? c.text('yes') : c.text('no', 404)))
}

async function isServed(app: App, host: string): Promise<boolean> {
  if (host === '' || host.length > 253 || /[^\x21-\x7e]/.test(host)) return false

  const meaning = readHost(hostOfDomain(host.toLowerCase(), app.config.baseDomain), '/', app.config.baseDomain)
  if (meaning.kind === 'installation' || meaning.kind === 'files') return true
  const asked = schoolAsked(meaning)
  return asked !== null && (await findTenant(app.pools.web, asked.name)) !== null
}
