import { expect, test } from '../support/operator-journey.ts'

test('an operator on a phone compares, sees that a name changed without reading it, heals it, and looks at the jobs', async ({ operated, home, person, browser, checkAccess }) => {
  const { id } = await operated.sdk.users.createUser({ firstName: 'Ana', lastName: 'Pires', emailAddress: ['ana@walked.example'] })
  await operated.emulator.settled()
  operated.emulator.setFaults({ webhooks: [{ kind: 'drop', types: ['user.updated'], times: 1 }] })
  await operated.sdk.users.updateUser(id, { lastName: 'Pinto' })
  await operated.emulator.settled()

  const { page: olga, context } = await person('the operator', { width: 375 })
  await context.addCookies(await operated.operatorCookies(browser))
  const line = olga.getByRole('list', { name: 'Differences' }).getByRole('listitem').filter({ hasText: id })

  await test.step('she compares, and sees what differs', async () => {
    await olga.goto(`${home}/operator/reconcile`)
    await checkAccess(olga, 'the walks')
    await olga.getByRole('button', { name: 'Compare only' }).click()
    await expect(olga.getByText('Done', { exact: true })).toBeVisible({ timeout: 30_000 })
    await expect(line).toContainText('A••• P••• (9)becomesA••• P••• (9), other letters')
    expect(await olga.locator('main').textContent()).not.toMatch(/Pires|Pinto/)
    await checkAccess(olga, 'what differs')
  })

  await test.step('she is told in figures what healing all would do, and heals one', async () => {
    await olga.getByRole('link', { name: 'Heal all…' }).click()
    await expect(olga.getByRole('heading', { name: 'Compare everything and heal what differs?' })).toBeVisible()
    await checkAccess(olga, 'before healing')
    await olga.goBack()
    await line.getByRole('checkbox').check()
    await olga.getByRole('button', { name: 'Heal chosen' }).click()
    await expect(olga.getByText('1 of 1 agree now')).toBeVisible()
    await expect(line).toContainText('Healed')
    await checkAccess(olga, 'what was healed')
    expect(await operated.asSystem('select name from users where email = $1', ['ana@walked.example'])).toEqual([{ name: 'Ana Pinto' }])
  })

  await test.step('a job that was given up stands with its reason and a press', async () => {
    await operated.asSystem(`reset role; select jobs.enqueue('send-mail', '{}', 'walked', now() + interval '1 hour');
      update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'Error: the mailbox does not exist' where key = 'walked'`)
    await olga.goto(`${home}/operator/jobs`)
    const job = olga.getByRole('list', { name: 'Jobs', exact: true }).getByRole('listitem').filter({ hasText: 'given up after 25 tries' })
    await expect(job).toContainText('the mailbox does not exist')
    await expect(job.getByRole('button', { name: /^Run again send-mail, number \d+$/ })).toBeVisible()
    await checkAccess(olga, 'the jobs')
  })
})
