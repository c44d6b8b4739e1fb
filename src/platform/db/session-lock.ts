import { hasNoSessions, type LoginSource } from './logins.ts'

/** How an advisory lock is taken that is held for as long as its connection stands. */
export interface SessionLock {
  /** To be sent before it. */
  opening: string
  /** The functions' names. */
  lock: 'pg_advisory_lock' | 'pg_advisory_xact_lock'
  tryLock: 'pg_try_advisory_lock' | 'pg_try_advisory_xact_lock'
}

/** Through a pooler to which there is no way around, sessions are everybody's, and only a transaction that stays open keeps one. */
export function sessionLock(source: LoginSource): SessionLock {
  if (!hasNoSessions(source)) return { opening: 'select 1', lock: 'pg_advisory_lock', tryLock: 'pg_try_advisory_lock' }

  return { opening: openTransaction, lock: 'pg_advisory_xact_lock', tryLock: 'pg_try_advisory_xact_lock' }
}

/** Begins a transaction that stays open, and does nothing meanwhile but hold its locks. */
export const openTransaction = 'begin; set local idle_in_transaction_session_timeout = 0; set local statement_timeout = 0'
