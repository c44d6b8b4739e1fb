import { countPresses } from '../support/count-presses.ts'
import { expect, test } from '../support/operator-journey.ts'

const pressesMax = 4

test('an operator on a phone finds a person whose event was given up, and heals it in four presses', async ({ operated, home, person, browser, checkAccess }) => {
  const email = 'lena.bergstrom@missing.example'
  const { page: olga, context } = await person('the operator', { width: 375 })
  await context.addCookies(await operated.operatorCookies(browser))

  await test.step('what the person’s event needs is broken until it is given up, and then it is mended', async () => {
    await operated.asOwner(`create function no_room() returns trigger language plpgsql as $$ begin raise exception 'no room for %', new.email; end $$;
      create trigger no_room before insert on users for each row when (new.email = '${email}') execute function no_room()`)
    const { id } = await operated.sdk.users.createUser({ firstName: 'Lena', lastName: 'Bergström', emailAddress: [email] })
    await expect.poll(() => operated.asSystem(`select status, attempts > 0 as is_tried, waiting_on from webhook_events where payload ->> 'id' = $1`, [id])).toEqual([{ status: 'pending', is_tried: true, waiting_on: null }])
    // Fifteen tries take most of a day.
    await operated.asSystem(`update webhook_events set status = 'failed', attempts = 15, next_attempt_at = null where payload ->> 'id' = $1`, [id])
    await operated.asOwner('drop trigger no_room on users; drop function no_room()')
  })

  await test.step('four presses, from opening the monitor to the person', async () => {
    const presses = await countPresses(olga)
    await olga.goto(`${home}/operator`)
    await expect(olga.getByRole('heading', { name: 'Health' })).toBeVisible()
    await checkAccess(olga, 'health, with something given up')

    const field = olga.getByLabel('Is somebody missing?')
    await field.click()
    await olga.keyboard.type(email)
    await olga.getByRole('button', { name: 'Find' }).click()
    await expect(olga.getByText(`Nobody here is known as ${email}`)).toBeVisible()
    await checkAccess(olga, 'the inbox, searched')

    await olga.getByRole('list', { name: 'Events' }).getByRole('link', { name: 'user.created' }).click()
    await expect(olga.getByText('It was given up')).toBeVisible()
    expect(await olga.locator('main').textContent()).not.toContain('Lena')
    await checkAccess(olga, 'an event that was given up')

    await olga.getByRole('button', { name: 'Try again now' }).click()
    await expect(olga.getByText('This person is here')).toBeVisible({ timeout: 20_000 })
    await expect(olga.getByText('First written by a webhook')).toBeVisible()
    expect(presses()).toBeLessThanOrEqual(pressesMax)
    await checkAccess(olga, 'an event that took effect')
  })

  expect(await operated.asSystem('select name from users where email = $1', [email])).toEqual([{ name: 'Lena Bergström' }])
})

test('an operator finds that a person’s event never came, and has Clerk bring them in four presses', async ({ operated, home, person, browser, checkAccess }) => {
  operated.emulator.setFaults({ webhooks: [{ kind: 'drop', types: ['user.created'], times: 1 }] })
  const { id } = await operated.sdk.users.createUser({ firstName: 'Tuva', emailAddress: ['tuva@missing.example'] })
  await operated.emulator.settled()
  expect(await operated.asSystem(`select from webhook_events where payload ->> 'id' = $1`, [id])).toEqual([])

  const { page: olga, context } = await person('the operator')
  await context.addCookies(await operated.operatorCookies(browser))
  const presses = await countPresses(olga)
  await olga.goto(`${home}/operator`)
  await checkAccess(olga, 'health')
  await olga.getByLabel('Is somebody missing?').click()
  await olga.keyboard.type(id)
  await olga.getByRole('button', { name: 'Find' }).click()
  await expect(olga.getByText('No event fits', { exact: true })).toBeVisible()
  await checkAccess(olga, 'the inbox, where nothing came')

  await olga.getByRole('button', { name: 'Ask Clerk for this person' }).click()
  await expect(olga.getByText('This person is here')).toBeVisible()
  await expect(olga.getByText('First written by a reconciliation')).toBeVisible()
  expect(presses()).toBeLessThanOrEqual(pressesMax)
  await checkAccess(olga, 'the inbox, with the person brought')
  expect(await operated.asSystem('select name from users where email = $1', ['tuva@missing.example'])).toEqual([{ name: 'Tuva' }])
})
