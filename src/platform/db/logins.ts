import { createHmac } from 'node:crypto'

/** The three logins that run the application; the fourth, `migrate`, is the one in DATABASE_URL. */
export const loginNames = ['web', 'system', 'auth'] as const
export type LoginName = (typeof loginNames)[number]

/** What the logins are derived from. */
export interface LoginSource {
  databaseUrl: string
  databaseMigrationUrl?: string | undefined
  /** The database itself, where a pooler stands at `databaseUrl`. */
  databaseDirectUrl?: string | undefined
  appSecret: string
  databaseLogins?: Partial<Record<LoginName, string | undefined>>
}

/** The connection of the migration role, which owns the tables; past the pooler where there is a way. */
export function migrationUrl(source: LoginSource): string {
  return source.databaseMigrationUrl ?? pastPooler(source, source.databaseUrl)
}

/**
 * The same login at the database itself. A pooler of several projects wants to know whose it is, and is told by what
 * follows a dot in the user name (`postgres.abcdefghijklmnopqrst`, as Supabase has it); the database knows no such name.
 */
export function pastPooler({ databaseDirectUrl }: LoginSource, login: string): string {
  if (!databaseDirectUrl) return login

  const [url, direct] = [new URL(login), new URL(databaseDirectUrl)]
  url.host = direct.host
  url.pathname = direct.pathname
  url.search = direct.search
  url.username = withoutProject(url.username) + projectOf(direct)
  return url.href
}

/** Who names a direct way beside `DATABASE_URL` has a pooler on the other; some hosts say so in the address. */
export function isThroughPooler({ databaseUrl, databaseDirectUrl }: LoginSource): boolean {
  return databaseDirectUrl !== undefined || saysPooler(new URL(databaseUrl))
}

/** Whether nothing can be kept in a session of the database: a pooler, and no way past it. */
export function hasNoSessions(source: LoginSource): boolean {
  return source.databaseDirectUrl === undefined && isThroughPooler(source)
}

/**
 * The role name of a login in this database, e.g. `coursecove_web`. Roles belong to the whole cluster,
 * so the database's name keeps two installations on one server apart.
 */
export function loginRole(source: LoginSource, login: LoginName): string {
  const given = source.databaseLogins?.[login]
  if (given) return decodeURIComponent(saysPooler(new URL(given)) ? withoutProject(new URL(given).username) : new URL(given).username)
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
  url.username = loginRole(source, login) + (isThroughPooler(source) ? projectOf(url) : '')
  url.password = loginPassword(source, login)
  return url.href
}

function saysPooler(url: URL): boolean {
  return url.searchParams.get('pgbouncer') === 'true'
}

/** Supabase's names of projects are twenty letters. */
const project = /\.[a-z]{20}$/

/** `.abc…` of `postgres.abc…`. */
function projectOf({ username }: URL): string {
  return project.exec(username)?.[0] ?? ''
}

function withoutProject(username: string): string {
  return username.replace(project, '')
}

/** Clones of a test template keep the template's logins: their names say so after a double underscore. */
function loginPrefix(source: LoginSource): string {
  const database = decodeURIComponent(new URL(source.databaseUrl).pathname.slice(1))
  return (database.split('__')[0] ?? database).replace(/[^a-z0-9_]/gi, '_').toLowerCase()
}
