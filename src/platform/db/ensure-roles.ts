import type { Client } from 'pg'
import { loginPassword, loginRole, type LoginName, type LoginSource } from './logins.ts'

const groups = ['anon', 'authenticated', 'service_role', 'cove_auth_group']
const memberships: Record<LoginName, string[]> = { web: ['anon', 'authenticated'], system: ['service_role'], auth: ['cove_auth_group'] }

/**
 * Makes the group roles and the logins where they are missing, and gives the logins their passwords.
 * A login that was given by its own URL is left as it is.
 *
 * @param client connected as the migration role, which may create roles
 */
export async function ensureRoles(client: Client, source: LoginSource): Promise<void> {
  for (const group of groups) await createRole(client, group, 'nologin noinherit')
  for (const [login, memberOf] of Object.entries(memberships) as [LoginName, string[]][]) {
    await ensureLogin(client, source, login, memberOf)
  }
}

async function ensureLogin(client: Client, source: LoginSource, login: LoginName, memberOf: string[]): Promise<void> {
  const role = loginRole(source, login)
  const name = client.escapeIdentifier(role)
  if (!source.databaseLogins?.[login]) {
    // The auth login inherits its group's rights; the others must say whom they act for.
    await createRole(client, role, login === 'auth' ? 'login inherit' : 'login noinherit')
    await unlessAtOnce(() => client.query(`alter role ${name} password ${client.escapeLiteral(loginPassword(source, login))}`))
    // Said by the role, it holds behind a pooler too, where a session cannot begin with it.
    if (login === 'auth') await unlessAtOnce(() => client.query(`alter role ${name} set search_path = better_auth`))
  }
  for (const group of memberOf) {
    const held = await client.query(`select pg_has_role($1, $2, 'MEMBER') as held`, [role, group])
    if (!held.rows[0]?.held) await client.query(`grant ${client.escapeIdentifier(group)} to ${name}`)
  }
}

async function createRole(client: Client, role: string, options: string): Promise<void> {
  const found = await client.query('select 1 from pg_roles where rolname = $1', [role])
  if (found.rowCount) return

  // Two installations on one server may both be at this line: the second finds the role made.
  await client.query(`do $$ begin create role ${client.escapeIdentifier(role)} ${options}; exception when duplicate_object then null; end $$`)
}

/** Roles belong to the whole server: two databases that share their logins may set them at the same moment, and one of the two is refused. */
async function unlessAtOnce(change: () => Promise<unknown>, triesLeft = 20): Promise<void> {
  try {
    await change()
  } catch (fault) {
    if (triesLeft === 0 || !(fault instanceof Error) || !fault.message.includes('tuple concurrently updated')) throw fault
    await new Promise((done) => setTimeout(done, 20 + Math.random() * 80))
    await unlessAtOnce(change, triesLeft - 1)
  }
}
