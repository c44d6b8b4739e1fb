import type { DirectSource } from '../../src/platform/db/direct-connection.ts'

/** All that the settings say of a database of one's own; null when the embedded one is used. */
export function readDatabaseSettings(env: NodeJS.ProcessEnv, appSecret: string): DirectSource | null {
  if (!env.DATABASE_URL) return null

  return {
    databaseUrl: env.DATABASE_URL,
    databaseMigrationUrl: env.DATABASE_MIGRATION_URL || undefined,
    databaseDirectUrl: env.DATABASE_DIRECT_URL || undefined,
    databaseLogins: { web: env.DATABASE_WEB_URL || undefined, system: env.DATABASE_SYSTEM_URL || undefined, auth: env.DATABASE_AUTH_URL || undefined },
    appSecret,
  }
}
