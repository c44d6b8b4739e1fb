import type { Hono } from 'hono'
import { makeWebMetrics, type WebMetrics } from '#platform/metrics/web-metrics.ts'
import type { App } from '../../wiring.ts'
import { authApi } from './auth.ts'
import { cronApi } from './cron.ts'
import { domainsApi } from './domains.ts'
import { healthApi } from './health.ts'
import { inngestApi } from './inngest.ts'
import { licencesApi } from './licences.ts'
import { liveApi } from './live.ts'
import { uploadsApi } from './uploads.ts'
import { metricsApi } from './metrics.ts'
import { profileApi } from './profile.ts'
import { usersSyncApi } from './users-sync.ts'
import { schoolApi } from './v1/school-api.ts'
import { webhooksApi } from './webhooks.ts'

/** The API's parts and their addresses. These answer on every host; only pages depend on it. */
export function mountApi(web: Hono, app: App, metrics: WebMetrics = makeWebMetrics(app.pools)): void {
  web.route('/api/health', healthApi(app))
  web.route('/metrics', metricsApi(app, metrics) as unknown as Hono)
  const uploads = uploadsApi(app)
  web.route('/api/uploads', uploads)
  web.route('/s/:slug/api/uploads', uploads)
  web.route('/api/auth', authApi(app))
  web.route('/api/users/sync', usersSyncApi(app))
  web.route('/api/profile', profileApi(app))
  web.route('/api/domains', domainsApi(app))
  web.route('/api/webhooks', webhooksApi(app))
  web.route('/api/inngest', inngestApi(app))
  web.route('/api/cron', cronApi(app))
  const licences = licencesApi(app)
  web.route('/api/licences', licences)
  web.route('/s/:slug/api/licences', licences)
  const live = liveApi(app)
  web.route('/api/live', live)
  web.route('/s/:slug/api/live', live)
  const school = schoolApi(app) as unknown as Hono
  web.route('/api/v1', school)
  web.route('/s/:slug/api/v1', school)
  // The short address that is told of; it leads to the one beside the API.
  web.get('/api/openapi.json', (c) => c.redirect('/api/v1/openapi.json', 302))
}
