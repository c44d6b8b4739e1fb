import { sql } from 'kysely'
import type { Tx } from '#platform/db/transaction.ts'
import { languageOf, type Language } from '#platform/i18n/languages.ts'

/** A user as one sees oneself, gone or not. */
export interface KnownViewer {
  userId: string
  name: string
  email: string | null
  isOperator: boolean
  /** In which language they chose to read; null until they do. */
  language: string | null
  isEmailVerified: boolean
  isDeleted: boolean
}

export async function findViewerRow(tx: Tx, provider: string, subject: string): Promise<KnownViewer | null> {
  const found = await tx
    .selectFrom('user_identities')
    .innerJoin('users', 'users.id', 'user_identities.user_id')
    .select((column) => [
      'users.id as userId',
      'users.name',
      'users.email',
      'users.is_operator as isOperator',
      'users.language',
      column('users.email_verified_at', 'is not', null).as('isEmailVerified'),
      column('users.deleted_at', 'is not', null).as('isDeleted'),
    ])
    .where('user_identities.provider', '=', provider)
    .where('user_identities.subject', '=', subject)
    .executeTakeFirst()
  return found ? { ...found, isEmailVerified: Boolean(found.isEmailVerified), isDeleted: Boolean(found.isDeleted) } : null
}

/** What the provider calls a user; null for a buyer who never signed in. */
export async function findSubject(tx: Tx, provider: string, userId: string): Promise<string | null> {
  const found = await tx.selectFrom('user_identities').select('subject').where('provider', '=', provider).where('user_id', '=', userId).executeTakeFirst()
  return found?.subject ?? null
}

/** The database's own time: events are dated by it, so facts that compete with them must be too. */
export async function readDatabaseTime(tx: Tx): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(tx)
  return rows[0]?.now ?? new Date(0)
}

export async function writeLanguage(tx: Tx, userId: string, language: string): Promise<void> {
  await tx.updateTable('users').set({ language }).where('id', '=', userId).execute()
}

/** The language that the person of an address chose; null where nobody has it, or they never chose. */
export async function findLanguageOfAddress(tx: Tx, email: string): Promise<Language | null> {
  const { rows } = await sql<{ language: string }>`select language from users where lower(email) = lower(${email.trim()}) and deleted_at is null and language is not null limit 1`.execute(tx)
  return rows[0] ? languageOf(rows[0].language) : null
}
