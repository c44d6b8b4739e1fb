import { afterAll, beforeAll } from 'vitest'
import { readConfig, type Config } from '../../src/platform/config/config.ts'
import { wire, type App } from '../../src/wiring.ts'
import type { TestDatabase } from './test-database.ts'

/** Where the tests' pages would be. */
export const testBaseDomain = 'coursecove.localhost:3000'

/** No name server listens there: what a test does not set up is not asked of the world outside. */
export const nobodysServer = '127.0.0.1:9'

/**
 * The wired application on a test's own database, closed after its tests.
 *
 * @param database what `useTestDatabase` gave
 * @param environment settings that differ, by the names of `.env.example`
 * @example
 * const database = useTestDatabase()
 * const app = useTestApp(database)
 */
export function useTestApp(database: () => TestDatabase, environment: Record<string, string> = {}): () => App {
  let app: App | null = null
  beforeAll(() => {
    app = wire(testConfig(database(), environment))
  })
  afterAll(async () => {
    await app?.close()
  })
  return () => {
    if (!app) throw new Error('the test app is there only while tests run')
    return app
  }
}

/** The settings of a test. */
export function testConfig(database: TestDatabase, environment: Record<string, string> = {}): Config {
  return readConfig({ DATABASE_URL: database.source.databaseUrl, APP_SECRET: database.source.appSecret, BASE_DOMAIN: testBaseDomain, DNS_SERVERS: nobodysServer, ...environment })
}
