import pg, { type PoolClient } from 'pg'
import { v7 } from 'uuid'
import type { MemberRole } from '../../src/platform/db/with-tenant.ts'
import type { Row } from './connections.ts'
import { fillSchool } from './fill-school.ts'

/** One of the two schools, with the people whose eyes the matrix looks through. */
export interface School {
  id: string
  slug: string
  people: Record<MemberRole, string>
  otherStudentId: string
  /** Left the school: the membership stands, marked as deleted. */
  formerId: string
  /** The first row of each table that belongs to this school: what new rows are modelled on. */
  samples: Record<string, Row>
  /** A lesson without content, files or progress: what a new row may point to. */
  bareLessonId: string
  /** A checkout without an order. */
  bareCheckoutId: string
  /** An order that learning has not heard of. */
  bareOrderId: string
  /** A step of the first page that shows no pictures. */
  bareVersionId: string
  /** A purchase without a licence key. */
  barePurchaseId: string
  /** A field that people do not see. */
  staffFieldId: string
}

/** Two schools that must never see each other, and those who belong to neither or to both. */
export interface World {
  a: School
  b: School
  strangerId: string
  /** Student of A, owner of B. */
  bothId: string
  /** Belongs nowhere and owns nothing yet. */
  spareId: string
}

/** Puts a row into a table; what is not given takes its default. */
export type Put = (table: string, row: Row) => Promise<void>

/**
 * Fills every table with rows of two schools.
 *
 * @param superuser of a migrated database without schools
 * @throws what the database says, when a builder no longer fits its table
 */
export async function buildWorld(superuser: pg.Pool): Promise<World> {
  const client = await superuser.connect()
  try {
    await client.query('begin')
    const world = await fill(client)
    await client.query('commit')
    return world
  } catch (fault) {
    await client.query('rollback')
    throw fault
  } finally {
    client.release()
  }
}

async function fill(client: PoolClient): Promise<World> {
  const samples: Record<'a' | 'b', Record<string, Row>> = { a: {}, b: {} }
  const putInto = (school: 'a' | 'b'): Put => async (table, row) => {
    const inserted = await insertRow(client, table, row)
    samples[school][table] ??= inserted
  }
  const a = await fillSchool(putInto('a'), 'school-a', samples.a)
  const b = await fillSchool(putInto('b'), 'school-b', samples.b)
  const [strangerId, bothId, spareId] = [v7(), v7(), v7()]
  for (const [id, name] of [[strangerId, 'Stranger'], [bothId, 'Both'], [spareId, 'Spare']]) await insertRow(client, 'users', { id, name, email: `${name}@test.example` })

  await insertRow(client, 'organization_memberships', { organization_id: a.id, id: v7(), user_id: bothId, role: 'student' })
  await insertRow(client, 'organization_memberships', { organization_id: b.id, id: v7(), user_id: bothId, role: 'owner' })
  return { a, b, strangerId, bothId, spareId }
}

/** @returns the row as the table now has it, defaults included */
async function insertRow(client: PoolClient, table: string, row: Row): Promise<Row> {
  const sql = table.split('.').map((part) => pg.escapeIdentifier(part)).join('.')
  const columns = Object.keys(row).map((column) => pg.escapeIdentifier(column)).join(', ')
  const inserted = await client.query<{ row: Row }>(
    `insert into ${sql} as t (${columns}) select ${columns} from jsonb_populate_record(null::${sql}, $1) returning to_jsonb(t) as row`, [JSON.stringify(row)])
  return inserted.rows[0]?.row ?? {}
}
