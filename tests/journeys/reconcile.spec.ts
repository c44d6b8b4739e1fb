import { expect, test } from '../support/operator-journey.ts'

const called = (firstName: string, more: { lastName?: string } = {}) => ({ firstName, ...more, emailAddress: [`${firstName.toLowerCase()}@reconcile.example`] })
const drop = (type: string) => ({ kind: 'drop' as const, types: [type], times: 1 })

test('an operator compares with Clerk, sees what differs, heals one difference and then all', async ({ operated, home, person, browser, checkAccess }) => {
  const { sdk, emulator } = operated
  const [stale, gone] = [await sdk.users.createUser(called('Lena', { lastName: 'Bergström' })), await sdk.users.createUser(called('Rui'))]
  const names = () => operated.asSystem(`select u.name, u.deleted_at is not null as gone from users u join user_identities i on i.user_id = u.id where i.subject = any($1) order by i.created_at`, [[stale.id, gone.id, missing]])
  let missing = ''
  await test.step('two people are here, and then three events are lost', async () => {
    await expect.poll(names).toEqual([{ name: 'Lena Bergström', gone: false }, { name: 'Rui', gone: false }])
    emulator.setFaults({ webhooks: ['user.created', 'user.updated', 'user.deleted'].map(drop) })
    missing = (await sdk.users.createUser(called('Tuva'))).id
    await sdk.users.updateUser(stale.id, { lastName: 'Lind' })
    await sdk.users.deleteUser(gone.id)
    await emulator.settled()
    emulator.setFaults({})
  })

  const { page: olga, context } = await person('the operator')
  await context.addCookies(await operated.operatorCookies(browser))
  const differences = olga.getByRole('list', { name: 'Differences' })
  const lineOf = (subject: string) => differences.getByRole('listitem').filter({ hasText: subject })

  await test.step('compares only, and nothing changes', async () => {
    await olga.goto(`${home}/operator/reconcile`)
    await expect(olga.getByRole('heading', { name: 'Reconcile', level: 1 })).toBeVisible()
    await checkAccess(olga, 'the walks')
    await olga.getByRole('button', { name: 'Compare only' }).click()
    await expect(olga.getByRole('heading', { name: /Compare only\s*Done/ })).toBeVisible({ timeout: 60_000 })
    await expect(lineOf(missing)).toContainText('Missing here')
    await expect(lineOf(stale.id)).toContainText('Stale')
    await expect(lineOf(gone.id)).toContainText('Should be gone')
    expect(await olga.locator('main').textContent()).not.toMatch(/Tuva|Bergström|Lind|Rui/)
    await checkAccess(olga, 'what differs')
    expect(await names()).toEqual([{ name: 'Lena Bergström', gone: false }, { name: 'Rui', gone: false }])
  })

  await test.step('heals the one that is chosen', async () => {
    // By the keyboard: for a pointer the whole label is the target, and lies above the box.
    await lineOf(stale.id).getByRole('checkbox').press('Space')
    await expect(lineOf(stale.id).getByRole('checkbox')).toBeChecked()
    await olga.getByRole('button', { name: 'Heal chosen' }).click()
    await expect(olga.getByText('1 of 1 agree now')).toBeVisible()
    await expect(lineOf(stale.id)).toContainText('Healed')
    await checkAccess(olga, 'one healed')
  })

  await test.step('reads what healing all would do, and does it', async () => {
    await olga.getByRole('link', { name: 'Heal all…' }).click()
    await expect(olga.getByText('1 thing that is missing here will be made')).toBeVisible()
    await expect(olga.getByText('1 thing that Clerk has no more will end here')).toBeVisible()
    await checkAccess(olga, 'what healing would do')
    await olga.getByRole('button', { name: 'Compare and heal' }).click()
    await expect(olga.getByRole('heading', { name: /Compare and heal\s*Done/ })).toBeVisible({ timeout: 60_000 })
    await expect(olga.getByText('nothing is left')).toBeVisible()
    for (const subject of [missing, gone.id]) await expect(lineOf(subject)).toContainText('Healed')
    await checkAccess(olga, 'all healed')
  })
  expect(await names()).toEqual([{ name: 'Lena Lind', gone: false }, { name: 'Tuva', gone: false }])
})

test('an operator asks Clerk for somebody it does not know, and while it does not answer', async ({ operated, home, person, browser, checkAccess }) => {
  const { page: olga, context } = await person('the operator', { width: 375 })
  await context.addCookies(await operated.operatorCookies(browser))
  await olga.goto(`${home}/operator/inbox?text=nobody@missing.example`)
  await olga.getByRole('button', { name: 'Ask Clerk for this person' }).click()
  await expect(olga.getByText('Clerk does not know this person either')).toBeVisible()
  await checkAccess(olga, 'the inbox, with nobody known')

  operated.emulator.setFaults({ api: [{ kind: 'server_error', status: 503, times: null }] })
  await olga.getByRole('button', { name: 'Ask again' }).click()
  await expect(olga.getByText('Clerk does not answer right now')).toBeVisible({ timeout: 30_000 })
  await expect(olga.getByRole('searchbox')).toHaveValue('nobody@missing.example')
  await checkAccess(olga, 'the inbox, while Clerk does not answer')
  operated.emulator.setFaults({})
})
