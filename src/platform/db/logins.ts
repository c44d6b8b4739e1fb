import { createHmac } from 'node:crypto'

/** The three logins that run the application; the fourth, `migrate`, is the one in DATABASE_URL. */
export const loginNames = ['web', 'system', 'auth'] as const
export type LoginName = (typeof loginNames)[number]

/** What the logins are derived from. */
export interface LoginSource {
  databaseUrl: string
  databaseMigrationUrl?: string | undefined
  appSecret: string
  databaseLogins?: Partial<Record<LoginName, string | undefined>>
}

/** The connection of the migration role, which owns the tables. */
export function migrationUrl(source: LoginSource): string {
  return source.databaseMigrationUrl ?? source.databaseUrl
}

/**
 * The role name of a login in this database, e.g. `coursecove_web`. Roles belong to the whole cluster,
 * so the database's name keeps two installations on one server apart.
 */
export function loginRole(source: LoginSource, login: LoginName): string {
  const given = source.databaseLogins?.[login]
  if (given) return decodeURIComponent(new URL(given).username)
  return `${loginPrefix(source)}_${login}`
}

/** The password of a login, derived from APP_SECRET so that nothing has to be stored or sent around. */
export function loginPassword(source: LoginSource, login: LoginName): string {
  return createHmac('sha256', source.appSecret).update(`database login ${loginPrefix(source)} ${login}`).digest('base64url')
}

/** The connection of a login: the one given, or the derived one. */
export function loginUrl(source: LoginSource, login: LoginName): string {
  const given = source.databaseLogins?.[login]
  if (given) return given

  const url = new URL(source.databaseUrl)
  url.username = loginRole(source, login)
  url.password = loginPassword(source, login)
  return url.href
}

/** Clones of a test template keep the template's logins: their names say so after a double underscore. */
function loginPrefix(source: LoginSource): string {
  const database = decodeURIComponent(new URL(source.databaseUrl).pathname.slice(1))
  return (database.split('__')[0] ?? database).replace(/[^a-z0-9_]/gi, '_').toLowerCase()
}
