import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { buildCourse, buildMembership, buildSchool, buildUser } from '../../../tests/support/builders.ts'
import { useTestDatabase } from '../../../tests/support/test-database.ts'
import { askAsVisitor, withTenant } from './with-tenant.ts'

const database = useTestDatabase()

describe('the door of a school', () => {
  it('reads the role from the membership and shows no other school', async () => {
    const melody = await buildSchool(database(), 'melody')
    const rival = await buildSchool(database(), 'rival')
    await buildCourse(database(), melody.organizationId)
    await buildCourse(database(), rival.organizationId)

    const seen = await withTenant(database().pools.web, { organizationId: melody.organizationId, userId: melody.ownerId }, async ({ tx, role }) => ({
      role,
      organizations: (await tx.selectFrom('courses').select('organization_id').execute()).map((row) => row.organization_id),
    }))

    expect(seen).toEqual({ role: 'owner', organizations: [melody.organizationId] })
  })

  it('gives a stranger and a member of another school no paid content', async () => {
    const school = await buildSchool(database(), 'paid')
    const { lessonId } = await buildCourse(database(), school.organizationId)
    const stranger = await buildUser(database(), 'Stranger')
    const student = await buildUser(database(), 'Student')
    await buildMembership(database(), school.organizationId, student, 'student')

    for (const userId of [null, stranger, student]) {
      const contents = await withTenant(database().pools.web, { organizationId: school.organizationId, userId }, ({ tx }) =>
        tx.selectFrom('lesson_contents').selectAll().where('lesson_id', '=', lessonId).execute())
      expect(contents).toEqual([])
    }
  })

  it('opens in one round trip and leaves no claims behind on the connection', async () => {
    const school = await buildSchool(database(), 'clean')
    await withTenant(database().pools.web, { organizationId: school.organizationId, userId: school.ownerId }, async ({ tx }) => tx.selectFrom('courses').select('id').execute())
    const left = await database().pools.web.query(`select current_setting('request.jwt.claims', true) as claims, current_user as login`)
    expect(left.rows[0]).toEqual({ claims: '', login: 'coursecove_web' })
  })

  it('rolls back when the work throws', async () => {
    const school = await buildSchool(database(), 'undone')
    const attempt = withTenant(database().pools.web, { organizationId: school.organizationId, userId: school.ownerId }, async ({ tx }) => {
      await sql`update organizations set name = 'changed'`.execute(tx)
      throw new Error('no')
    })
    await expect(attempt).rejects.toThrow('no')
    const kept = await database().superuser.query('select name from organizations where id = $1', [school.organizationId])
    expect(kept.rows[0]).toEqual({ name: 'undone' })
  })

  it('refuses an id that is no uuid before it reaches the database', async () => {
    await expect(withTenant(database().pools.web, { organizationId: `'; drop table users; --`, userId: null }, async () => 1)).rejects.toThrow(TypeError)
  })
})

describe('a visitor\'s one question', () => {
  it('is asked as anon and leaves neither role nor claims behind', async () => {
    const asked = await askAsVisitor(database().pools.web, (literal) => `select current_user::text as login, current_claims() as claims, ${literal(`O'Hara \\ "x"`)} as text`)
    expect(asked).toEqual([{ login: 'anon', claims: { sub: null, o: { id: null, rol: null } }, text: `O'Hara \\ "x"` }])
    const left = await database().pools.web.query(`select current_setting('request.jwt.claims', true) as claims, current_user as login`)
    expect(left.rows[0]).toEqual({ claims: '', login: 'coursecove_web' })
  })

  it('that fails gives back a connection that the next one can use', async () => {
    const { web } = database().pools
    for (let i = 0; i < 20; i += 1) await expect(askAsVisitor(web, () => 'select 1 / 0')).rejects.toThrow(/division by zero/)
    await expect(askAsVisitor(web, () => 'select 1 as one')).resolves.toEqual([{ one: 1 }])
    expect(web.totalCount).toBe(web.idleCount)
  })
})
