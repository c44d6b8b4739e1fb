import type { Page } from '@playwright/test'
import { readDemo } from '../../bin/parts/seed-demo.ts'
import { expect, test } from '../support/journey.ts'

const run = Date.now().toString(36)
const label = `Subject ${run}`
// A school that no other journey changes.
const slug = 'carrel'

test('a school defines a field, the student fills it in, and a file changes it', async ({ person, home, checkAccess, forgive }) => {
  const demo = readDemo(process.env.COVE_JOURNEY_DATA ?? '')
  const loginOf = (role: string) => demo?.logins.find((login) => login.slug === slug && login.role === role)
  const school = demo?.schools.find(({ slug: demoSlug }) => demoSlug === slug)?.url
  const [owner, student] = [loginOf('owner'), loginOf('student')]
  if (!owner || !student || !school) throw new Error('the demo has no such school')
  // A form that is not taken is said under 422, and the browser notes that.
  forgive(/status of 422/)
  const fields = `${school}/studio/people/fields`
  const signIn = async (page: Page, { email, password }: { email: string; password: string }) => {
    await page.goto(`${home}/sign-in`)
    await checkAccess(page, 'sign-in')
    await page.getByLabel('E-mail').fill(email)
    await page.getByLabel('Password').fill(password)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
    await checkAccess(page, 'the installation’s home')
  }

  const { page: kevin } = await person('the owner')
  await test.step('the owner makes a field with a list, and a name that files use is not taken', async () => {
    await signIn(kevin, owner)
    await kevin.goto(`${fields}/new`)
    await expect(kevin.getByLabel('To choose from')).toBeHidden()
    await kevin.getByLabel('Kind').selectOption('One of a list')
    await kevin.getByLabel('Name of the field').fill('E-mail')
    await kevin.getByLabel('To choose from').fill('Algebra\nLatin\nPhysics')
    await kevin.getByRole('radio', { name: /May change it/ }).check()
    await kevin.getByLabel('Show it in the list of people').check()
    await kevin.getByRole('button', { name: 'Make the field' }).click()
    await expect(kevin.getByText('Files of people have a column of this name')).toBeVisible()
    await expect(kevin.getByLabel('Name of the field')).toBeFocused()
    await checkAccess(kevin, 'the form of a field')
    await kevin.getByLabel('Name of the field').fill(label)
    await kevin.getByRole('button', { name: 'Make the field' }).click()
    await expect(kevin.getByText('The field is made.')).toBeVisible()
    await expect(kevin.getByRole('row', { name: label })).toContainText('by nobody')
    await checkAccess(kevin, 'the fields')
  })

  await test.step('the student fills it in, on a phone', async () => {
    const { page: mei } = await person('the student', { width: 375 })
    await signIn(mei, student)
    await mei.goto(`${school}/learn/data`)
    await mei.getByLabel(label).selectOption('Latin')
    await mei.getByRole('button', { name: 'Save the details' }).click()
    await expect(mei.getByText('Saved. The school sees it too.')).toBeVisible()
    await expect(mei.getByLabel(label)).toHaveValue('Latin')
    await checkAccess(mei, 'one’s own data with a field')
  })

  await test.step('the owner finds them by it, and takes the list along', async () => {
    await kevin.goto(`${school}/studio/people`)
    await kevin.getByLabel('Field').selectOption(`${label}: Latin`)
    await kevin.getByRole('button', { name: 'Show' }).click()
    await kevin.waitForURL(/field=/)
    await expect(kevin.getByRole('list', { name: 'People' }).getByRole('listitem')).toHaveCount(1)
    await expect(kevin.getByRole('list', { name: 'People' })).toContainText(student.email)
    await checkAccess(kevin, 'people by a field')
    const download = kevin.waitForEvent('download')
    await kevin.getByRole('link', { name: 'Download these people as CSV' }).click()
    expect((await download).suggestedFilename()).toBe(`${slug}-people.csv`)
  })

  await test.step('a file changes it for who is here, and says so before', async () => {
    await kevin.goto(`${school}/studio/people/import`)
    await kevin.getByLabel('Or paste rows').fill(`E-mail;${label}\n${student.email};physics\n${owner.email};Drumming`)
    await checkAccess(kevin, 'a file of people')
    await kevin.getByRole('button', { name: 'Check the rows' }).click()
    await expect(kevin.getByText('1 person who is here already gets new details')).toBeVisible()
    await expect(kevin.getByText(`${label}: “Drumming” does not fit`)).toBeVisible()
    await checkAccess(kevin, 'what a file would come to')
    await kevin.getByRole('button', { name: 'Fill in the details of 1 person' }).click()
    await expect(kevin.getByText('Details filled in').first()).toBeVisible()
  })

  await test.step('what is in use stays in the list; the field goes with a warning in figures', async () => {
    await kevin.goto(fields)
    await kevin.getByRole('link', { name: label }).click()
    await kevin.getByLabel('To choose from').fill('Algebra\nLatin')
    await kevin.getByRole('button', { name: 'Save the field' }).click()
    await expect(kevin.getByText('“Physics” is filled in for one person.')).toBeVisible()
    await checkAccess(kevin, 'a field')
    await kevin.goto(kevin.url())
    await expect(kevin.getByText('What it holds for one person is deleted with it')).toBeVisible()
    await kevin.locator('summary').filter({ hasText: 'Remove' }).click()
    await kevin.getByRole('button', { name: 'Yes, remove it' }).click()
    await expect(kevin.getByText('The field is gone.')).toBeVisible()
  })
})
