import type { Pool } from 'pg'
import { log } from '#platform/log/log.ts'

/** How exactly it is noted when a session was last used: noting it writes, and reading who is signed in should not. */
const seenEverySeconds = 300

/**
 * Notes that a session was used, some time soon: nobody waits for this, and what is lost is told by the next request.
 * Better Auth would do so by prolonging it; ours end when they were meant to.
 *
 * @param pool of the `auth` login
 */
export function noteSeen(pool: Pool, { token, updatedAt }: { token: string; updatedAt: Date }): void {
  if (Date.now() - updatedAt.getTime() <= seenEverySeconds * 1000) return

  const asked = pool.query(`update session set "updatedAt" = now() where token = $1 and "updatedAt" < now() - make_interval(secs => $2)`, [token, seenEverySeconds])
  asked.catch((fault: unknown) => log.warn({ err: fault }, 'it could not be noted when a session was last used'))
}

/** Notes that a passkey signed in, so that its owner can tell those in use from forgotten ones. */
export async function notePasskeyUsed(pool: Pool, credentialId: string): Promise<void> {
  await pool.query('update passkey set "lastUsedAt" = now() where "credentialID" = $1', [credentialId])
}

/** Devices that are trusted with skipping the second factor, and sign-ins that wait for it, of one account. */
export async function forgetWhatIsTrusted(pool: Pool, subject: string): Promise<void> {
  await pool.query('delete from verification where value = $1', [subject])
}

/** A passkey as its owner sees it. */
export interface PasskeyRow {
  id: string
  name: string | null
  aaguid: string | null
  backedUp: boolean
  createdAt: Date | null
  lastUsedAt: Date | null
}

export async function listPasskeyRows(pool: Pool, subject: string): Promise<PasskeyRow[]> {
  const { rows } = await pool.query<PasskeyRow>('select id, name, aaguid, "backedUp", "createdAt", "lastUsedAt" from passkey where "userId" = $1 order by "createdAt" desc, id', [subject])
  return rows
}

/** @returns whether the passkey was this account's */
export async function renamePasskeyRow(pool: Pool, subject: string, id: string, name: string): Promise<boolean> {
  const { rowCount } = await pool.query('update passkey set name = $3 where id = $2 and "userId" = $1', [subject, id, name])
  return rowCount === 1
}

/** @returns whether the passkey was this account's */
export async function deletePasskeyRow(pool: Pool, subject: string, id: string): Promise<boolean> {
  const { rowCount } = await pool.query('delete from passkey where id = $2 and "userId" = $1', [subject, id])
  return rowCount === 1
}

/** The authenticator app of an account, as it lies in the table; `verified` once a code of it was seen. */
export async function findTwoFactorRow(pool: Pool, subject: string): Promise<{ secret: string; verified: boolean } | null> {
  const { rows } = await pool.query<{ secret: string; verified: boolean }>('select secret, verified from two_factor where "userId" = $1', [subject])
  return rows[0] ?? null
}
