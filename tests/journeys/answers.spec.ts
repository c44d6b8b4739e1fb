import { expect, test } from '../support/journey.ts'

test('the installation answers, and a host that is nobody’s gets a plain page', async ({ person, home, checkAccess }) => {
  const { page } = await person('visitor')
  await page.goto(home)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await checkAccess(page, 'home')

  const health = await page.request.fetch(`http://127.0.0.1:${new URL(home).port}/api/health`)
  expect(await health.json()).toMatchObject({ isWell: true })
})
