import type { Hono } from 'hono'
import type { App } from '../../wiring.ts'
import { healthApi } from './health.ts'

/** The API's parts and their addresses. These answer on every host; only pages depend on it. */
export function mountApi(web: Hono, app: App): void {
  web.route('/api/health', healthApi(app))
}
