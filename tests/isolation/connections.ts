import type pg from 'pg'

/** What the matrix runs on: a migrated database of its own, which it fills and may disturb. */
export interface Connections {
  /** Arranges and looks; no cell runs through it. */
  superuser: pg.Pool
  /** May become `anon` and `authenticated`. */
  web: pg.Pool
  /** May become `service_role`. */
  system: pg.Pool
  /** Better Auth's login. */
  auth: pg.Pool
  /** Owns the tables; forced row level security binds it too. */
  migrate: pg.Pool
}

/** A row as JSON, by column. */
export type Row = Record<string, unknown>
