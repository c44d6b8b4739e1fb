import { describe, expect, it } from 'vitest'
import { createAccount } from '#modules/identity/index.ts'
import { useTestApp } from '../../../../tests/support/test-app.ts'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'
import { operatorCommand } from './operator-command.ts'

const database = useTestDatabase()
const app = useTestApp(database)

async function command(...args: string[]): Promise<{ code: number; said: string }> {
  const lines: string[] = []
  const code = await operatorCommand(app().systemCtx, args, { say: (line) => lines.push(line) })
  return { code, said: lines.join('\n') }
}

async function signUp(email: string, isVerified = true): Promise<string> {
  return (await createAccount(app().systemCtx, { email, name: 'Olga Brandt', password: 'practise-slowly', isVerified })).userId
}

/** Two people who claim one address, as two accounts of one provider never do and two providers may. */
async function addNamesake(email: string): Promise<string> {
  const { rows } = await database().superuser.query<{ id: string }>(`insert into users (id, email, name, email_verified_at) values (gen_random_uuid(), $1, 'Namesake', now()) returning id`, [email])
  const id = rows[0]?.id ?? ''
  await database().superuser.query(`insert into user_identities (id, provider, subject, user_id) values (gen_random_uuid(), 'builtin', gen_random_uuid(), $1)`, [id])
  return id
}

async function operators(): Promise<string[]> {
  return (await database().superuser.query<{ id: string }>('select id from users where is_operator order by id')).rows.map(({ id }) => id)
}

describe('cove operator', () => {
  it('makes the person of an address an operator, however the address is written, and takes it back', async () => {
    const userId = await signUp('olga@office.example')
    expect(await command('Olga@Office.example')).toEqual({ code: 0, said: 'Olga Brandt <olga@office.example> is an operator now: http://coursecove.localhost:3000/operator' })
    expect(await operators()).toEqual([userId])
    expect((await command('olga@office.example')).said).toContain('is an operator already')

    expect(await command('--remove', 'olga@office.example')).toEqual({ code: 0, said: 'Olga Brandt <olga@office.example> is an operator no more.\nNobody is an operator now: npm run cove -- operator <e-mail> makes one.' })
    expect(await operators()).toEqual([])
    expect((await command('olga@office.example', '--remove')).said).toContain('is no operator. Nothing was changed.')
  })

  it('says so when nobody has the address, and when it is told nobody', async () => {
    expect(await command('nobody@office.example')).toEqual({ code: 1, said: 'Nobody here has the address nobody@office.example. They sign up first: http://coursecove.localhost:3000/sign-up' })
    expect(await command('nobody@office.example', '--remove')).toEqual({ code: 1, said: 'Nobody here has the address nobody@office.example.' })
    expect((await command()).said).toContain('Say whom')
    expect(await operators()).toEqual([])
  })

  it('makes no operator of an address that nobody confirmed, nor of one that only bought', async () => {
    await signUp('typed@office.example', false)
    await database().superuser.query(`insert into users (id, email) values (gen_random_uuid(), 'bought@office.example')`)
    expect(await command('typed@office.example')).toMatchObject({ code: 1, said: expect.stringContaining('has not confirmed the address') as string })
    expect(await command('bought@office.example')).toMatchObject({ code: 1, said: expect.stringContaining('has no account yet') as string })
    expect(await operators()).toEqual([])
  })

  it('names both when two people have one address, and takes the id of one of them', async () => {
    const email = 'shared@office.example'
    const [first, second] = [await signUp(email), await addNamesake(email)]
    const asked = await command(email)
    expect(asked).toMatchObject({ code: 1, said: expect.stringContaining('2 people have the address shared@office.example') as string })
    for (const id of [first, second]) expect(asked.said).toContain(id)
    expect(await operators()).toEqual([])

    expect((await command(second)).said).toContain('Namesake <shared@office.example> is an operator now')
    expect(await operators()).toEqual([second])
    // Of the two only one can lose it, so the address is enough.
    expect((await command(email, '--remove')).code).toBe(0)
    expect(await operators()).toEqual([])
  })

  it('does not know a person who is gone', async () => {
    const userId = await signUp('left@office.example')
    await database().superuser.query('update users set deleted_at = now() where id = $1', [userId])
    expect(await command('left@office.example')).toMatchObject({ code: 1, said: expect.stringContaining('Nobody here') as string })
    expect((await command(userId)).code).toBe(1)
  })
})
