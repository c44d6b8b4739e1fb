import { describe, expect, it } from 'vitest'
import { useTestDatabase } from '../../../tests/support/test-database.ts'
import { keyReaches } from './keys/api-key.schema.ts'
import { scopes } from './scope-names.ts'
import { scopePermissions } from './scope-permissions.ts'

const database = useTestDatabase()

describe('scopes', () => {
  it('are the same here, in the database’s function and in its check', async () => {
    for (const scope of scopes) {
      const { rows } = await database().superuser.query('select permissions_of_scope($1) as permissions', [scope])
      expect(rows[0].permissions, scope).toEqual(scopePermissions[scope])
    }
    const { rows } = await database().superuser.query(`select pg_get_constraintdef(oid) as text from pg_constraint where conrelid = 'api_keys'::regclass and conname = 'api_keys_scopes_check'`)
    expect([...String(rows[0].text).matchAll(/'([\w-]+:\w+)'/g)].map(([, scope]) => scope).sort()).toEqual([...scopes].sort())
  })

  it('are what the form can choose', () => {
    const chosen = Object.entries(keyReaches).flatMap(([resource, reaches]) => reaches.filter((reach) => reach !== 'none').map((reach) => `${resource}:${reach}`))
    expect(chosen.sort()).toEqual([...scopes].sort())
  })
})
