import { describe, expect, it } from 'vitest'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'
import { doors } from '#modules/identity/index.ts'
import { doorWord } from '../ui/state-words.ts'

const database = useTestDatabase()

describe('the doors by which people come', () => {
  it('are the same in the program, in the database, and in the operator’s words', async () => {
    const { rows } = await database().superuser.query<{ definition: string }>(`select pg_get_constraintdef(oid) as definition from pg_constraint where conname = 'users_created_by_door_check'`)
    const allowed = [...String(rows[0]?.definition).matchAll(/'([^']+)'::text/g)].map(([, door]) => door)
    expect(allowed.sort()).toEqual([...doors].sort())
    expect(doors.filter((door) => doorWord(door) === door)).toEqual([])
    expect(doorWord(null)).toContain('not noted')
  })
})
