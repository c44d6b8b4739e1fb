import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { callApi, startWithReceiver } from './emulator-harness.ts'

let world: Awaited<ReturnType<typeof startWithReceiver>>
beforeAll(async () => { world = await startWithReceiver({ userRateLimit: 0 }) })
afterAll(() => world.close())

const ada = { emailAddress: ['Ada@Example.com', 'ada@work.example'], firstName: 'Ada', lastName: 'Okafor', externalId: 'crm-1', publicMetadata: { plan: 'free' } }

describe('a person', () => {
  test('is created, read, changed and deleted by the SDK', async () => {
    const { users } = world.clerk
    const made = await users.createUser({ ...ada, username: 'ada', password: 'long enough to pass' })
    expect(made).toMatchObject({ firstName: 'Ada', externalId: 'crm-1', username: 'ada', passwordEnabled: true, banned: false, publicMetadata: { plan: 'free' } })
    expect(made.id).toMatch(/^user_[0-9A-Za-z]{27}$/)
    expect(made.primaryEmailAddress?.emailAddress).toBe('ada@example.com')
    expect(made.emailAddresses.map((one) => one.verification?.status)).toEqual(['verified', 'verified'])
    expect((await users.getUser(made.id)).lastName).toBe('Okafor')

    const changed = await users.updateUser(made.id, { firstName: 'Adaeze', primaryEmailAddressID: made.emailAddresses[1]?.id, externalId: 'crm-2' })
    expect(changed).toMatchObject({ firstName: 'Adaeze', lastName: 'Okafor', externalId: 'crm-2' })
    expect(changed.primaryEmailAddress?.emailAddress).toBe('ada@work.example')
    expect((await users.getUserList({ externalId: ['crm-1'] })).totalCount).toBe(0)
    expect((await users.getUserList({ externalId: ['crm-2'] })).data[0]?.id).toBe(made.id)

    expect(await users.deleteUser(made.id)).toMatchObject({ id: made.id, deleted: true, object: 'user' })
    await expect(users.getUser(made.id)).rejects.toMatchObject({ status: 404, errors: [{ code: 'resource_not_found' }] })
    expect((await users.getUserList({ emailAddress: ['ada@example.com'] })).totalCount).toBe(0)
  })

  test('without an e-mail address has none, and no primary one', async () => {
    const made = await world.clerk.users.createUser({ username: 'nomail' })
    expect([made.emailAddresses, made.primaryEmailAddressId, made.primaryEmailAddress]).toEqual([[], null, null])
  })

  test.each([
    ['an address that is taken', { emailAddress: ['TAKEN@example.com'] }, 'form_identifier_exists', 'email_address'],
    ['a username that is taken', { username: 'taken' }, 'form_identifier_exists', 'username'],
    ['an external id that is taken', { emailAddress: ['free@example.com'], externalId: 'taken' }, 'form_identifier_exists', 'external_id'],
    ['no identifier at all', { firstName: 'Nobody' }, 'form_param_missing', 'email_address'],
    ['no e-mail address', { emailAddress: ['not an address'] }, 'form_param_format_invalid', 'email_address.0'],
    ['a password that is too short', { emailAddress: ['free@example.com'], password: 'short' }, 'form_password_length_too_short', 'password'],
  ])('is refused with %s', async (_name, given, code, paramName) => {
    await world.clerk.users.createUser({ emailAddress: ['taken@example.com'], username: 'taken', externalId: 'taken' }).catch(() => null)
    await expect(world.clerk.users.createUser(given)).rejects.toMatchObject({ status: 422, errors: [{ code, meta: { paramName } }] })
  })
})

describe('metadata', () => {
  test('is merged deeply by PATCH and replaced by PUT; null removes a key', async () => {
    const { users } = world.clerk
    const { id } = await users.createUser({ emailAddress: ['meta@example.com'], publicMetadata: { a: 1, deep: { b: 2, c: 3 } } })
    const merged = await users.updateUserMetadata(id, { publicMetadata: { a: null, deep: { b: 4 } }, privateMetadata: { secret: true } })
    expect([merged.publicMetadata, merged.privateMetadata]).toEqual([{ deep: { b: 4, c: 3 } }, { secret: true }])
    const replaced = await (await callApi(world.emulator, `PUT /v1/users/${id}/metadata`, { public_metadata: { only: 1 } })).json()
    expect([replaced.public_metadata, replaced.private_metadata]).toEqual([{ only: 1 }, { secret: true }])
  })

  test('is no longer taken by PATCH of the person, as of this API version', async () => {
    const { id } = await world.clerk.users.createUser({ emailAddress: ['old@example.com'] })
    const answer = await callApi(world.emulator, `PATCH /v1/users/${id}`, { public_metadata: { a: 1 } })
    expect([answer.status, (await answer.json()).errors[0]]).toMatchObject([422, { code: 'form_param_unknown', meta: { param_name: 'public_metadata' } }])
  })
})

describe('standing and addresses', () => {
  test('a ban ends every session, and its end lets the person in again', async () => {
    const { users, sessions } = world.clerk
    const { id } = await users.createUser({ emailAddress: ['banned@example.com'] })
    const session = await sessions.createSession({ userId: id })
    expect((await users.banUser(id)).banned).toBe(true)
    expect((await sessions.getSession(session.id)).status).toBe('revoked')
    await expect(sessions.createSession({ userId: id })).rejects.toMatchObject({ errors: [{ code: 'user_banned' }] })
    expect((await users.unbanUser(id)).banned).toBe(false)
    expect((await users.lockUser(id)).locked).toBe(true)
    expect((await users.unlockUser(id)).locked).toBe(false)
    expect((await sessions.createSession({ userId: id })).status).toBe('active')
  })

  test('an address is added, made primary and removed, each telling user.updated', async () => {
    const { users, emailAddresses } = world.clerk
    const { id } = await users.createUser({ emailAddress: ['first@example.com'] })
    await world.emulator.settled()
    const before = world.receiver.received.length
    const second = await emailAddresses.createEmailAddress({ userId: id, emailAddress: 'second@example.com', verified: true })
    await emailAddresses.updateEmailAddress(second.id, { primary: true })
    expect((await users.getUser(id)).primaryEmailAddress?.emailAddress).toBe('second@example.com')
    await emailAddresses.deleteEmailAddress(second.id)
    expect((await users.getUser(id)).primaryEmailAddress?.emailAddress).toBe('first@example.com')
    await world.emulator.settled()
    expect(world.receiver.types().slice(before)).toEqual(['user.updated', 'user.updated', 'user.updated'])
    await expect(emailAddresses.getEmailAddress(second.id)).rejects.toMatchObject({ status: 404 })
    expect((await users.createUser({ emailAddress: ['second@example.com'] })).id).not.toBe(id)
  })
})
