import { readFile } from 'node:fs/promises'
import { readDemo } from '../../bin/parts/seed-demo.ts'
import { expect, test } from '../support/journey.ts'

// The demo's school, with people of this run alone.
const run = Date.now().toString(36)
const [mia, noah] = [`mia-${run}@reader.example`, `noah-${run}@reader.example`]
const dataDir = process.env.COVE_JOURNEY_DATA ?? ''
const file = `\uFEFFName;E-mail;Role\r\n"Mia; called\r\nMimi";${mia};Student\r\nNoah;${noah};\r\nAgain;${mia.toUpperCase()};\r\nNobody;no address;\r\nBoss;boss-${run}@reader.example;Boss\r\n`

function demo() {
  const found = readDemo(dataDir)
  const owner = found?.logins.find(({ slug, role }) => slug === 'melody' && role === 'owner')
  const school = found?.schools.find(({ slug }) => slug === 'melody')?.url
  if (!owner || !school) throw new Error('the demo has no Melody')
  return { owner, school }
}

test('a school invites many by a file; who comes takes their data along, leaves, and thinks better of it', async ({ person, home, mailLinks, checkAccess, forgive }) => {
  const { owner, school } = demo()
  // Files that cannot be read, and invitations that are over, are said under 4xx, and the browser notes that.
  forgive(/status of 4(09|10|22)/)

  const { page: kevin } = await person('the owner')
  await test.step('the owner sees who may do what', async () => {
    await kevin.goto(`${home}/sign-in?next=${encodeURIComponent(`${school}/studio/people`)}`)
    await checkAccess(kevin, 'sign-in')
    await kevin.getByLabel('E-mail').fill(owner.email)
    await kevin.getByLabel('Password').fill(owner.password)
    await kevin.getByRole('button', { name: 'Sign in', exact: true }).click()
    await kevin.waitForURL('**/studio/people')
    await checkAccess(kevin, 'the people')
    await kevin.getByRole('link', { name: 'Roles' }).click()
    await expect(kevin.getByRole('columnheader', { name: 'Your role Owner' })).toBeVisible()
    await expect(kevin.getByRole('row', { name: /Connect the account for payouts/ }).getByRole('img', { name: 'Yes' })).toHaveCount(1)
    await checkAccess(kevin, 'the roles')
  })

  await test.step('a file without addresses is refused in a sentence; one with faults is shown row by row', async () => {
    await kevin.getByRole('link', { name: 'Invitations' }).click()
    await checkAccess(kevin, 'the invitations')
    await kevin.getByRole('link', { name: 'Invite many' }).click()
    await kevin.getByLabel('Or paste rows').fill('Name\nMia')
    await kevin.getByRole('button', { name: 'Check the rows' }).click()
    await expect(kevin.getByText('No column is called “E-mail”.').first()).toBeVisible()
    await expect(kevin.getByLabel('Or paste rows')).toHaveValue('Name\nMia')
    await checkAccess(kevin, 'the form for many')
    await kevin.locator('input[type=file]').setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(file) })
    await kevin.getByRole('button', { name: 'Check the rows' }).click()
    await expect(kevin.getByRole('heading', { name: '2 of 5 rows are new people' })).toBeVisible()
    await expect(kevin.getByRole('row', { name: /Twice in the file/ })).toContainText('row 2 counts')
    await checkAccess(kevin, 'the rows of a file')
    const download = kevin.waitForEvent('download')
    await kevin.getByRole('link', { name: 'The 3 rows to mend, as CSV' }).click()
    expect(await readFile(await (await download).path(), 'utf8')).toBe(
      `\uFEFFE-mail,Role,Row,Problem\r\n${mia},,4,Twice in the file: see row 2\r\nno address,,5,Bad address\r\nboss-${run}@reader.example,Boss,6,Unknown role\r\n`,
    )
  })

  await test.step('the new ones are invited, once: the same file again finds nobody new', async () => {
    await kevin.getByRole('button', { name: 'Invite 2 people' }).click()
    await expect(kevin.getByRole('heading', { name: '2 people are invited' })).toBeVisible({ timeout: 30_000 })
    await kevin.goto(`${school}/studio/people/import`)
    await kevin.locator('input[type=file]').setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(file) })
    await kevin.getByRole('button', { name: 'Check the rows' }).click()
    await expect(kevin.getByRole('heading', { name: 'Nobody new in these 5 rows' })).toBeVisible()
    await kevin.getByRole('button', { name: 'Discard' }).click()
    await expect(kevin.getByText('The file is discarded.')).toBeVisible()
  })

  await test.step('one is taken back; that link is over', async () => {
    const [link = ''] = await mailLinks(noah, /invites you/)
    await kevin.getByRole('button', { name: `Take back: ${noah}` }).click()
    await expect(kevin.getByText('The invitation is taken back')).toBeVisible()
    const { page } = await person('who was taken back')
    await page.goto(link)
    await expect(page.getByText('This invitation is no longer open.')).toBeVisible()
    await checkAccess(page, 'an invitation that is over')
  })

  const { page: reader } = await person('who was invited', { width: 375 })
  await test.step('the other one comes, and takes a copy of her data along', async () => {
    const [link = ''] = await mailLinks(mia, /invites you/)
    await reader.goto(link)
    await checkAccess(reader, 'an invitation')
    await reader.getByLabel('Your name').fill('Mia Lund')
    await reader.getByLabel('Choose a password').fill('a quiet morning')
    await reader.getByRole('button', { name: 'Accept the invitation' }).click()
    await reader.waitForURL('**/learn')
    await checkAccess(reader, 'an empty library')
    await reader.getByRole('link', { name: 'Your data at this school' }).click()
    await checkAccess(reader, 'one’s own data at a school')
    await reader.getByRole('button', { name: 'Make a copy' }).click()
    await mailLinks(mia, /copy of your data is ready/)
    await reader.reload()
    const copy = await reader.request.get((await reader.getByRole('link', { name: /^Download/ }).getAttribute('href')) ?? '')
    expect(copy.status()).toBe(200)
    expect((await copy.body()).subarray(0, 2).toString()).toBe('PK')
    await checkAccess(reader, 'a copy that is ready')
  })

  await test.step('she leaves with a warning in figures, and stays after all', async () => {
    await reader.locator('summary', { hasText: 'Leave Melody' }).click()
    await expect(reader.getByText('your place at the school and your profile there')).toBeVisible()
    await reader.getByRole('button', { name: 'Yes, leave in 14 days' }).click()
    await expect(reader.getByText(/^You leave Melody on/)).toBeVisible()
    expect((await mailLinks(mia, /^You leave Melody/)).join()).toContain('/learn/data')
    await reader.getByRole('button', { name: 'Stay' }).click()
    await expect(reader.locator('summary', { hasText: 'Leave Melody' })).toBeVisible()
  })

  await test.step('so with her account; the only owner of a school cannot go', async () => {
    await reader.goto(`${home}/account`)
    await checkAccess(reader, 'the account')
    await reader.getByRole('link', { name: 'Your data' }).click()
    await reader.locator('summary', { hasText: 'Delete my account' }).click()
    await checkAccess(reader, 'the end of an account')
    await reader.getByRole('button', { name: 'Yes, delete it in 14 days' }).click()
    await expect(reader.getByText(/^Your account is deleted on/)).toBeVisible()
    await reader.getByRole('button', { name: 'Keep the account' }).click()
    await expect(reader.locator('summary', { hasText: 'Delete my account' })).toBeVisible()
    await kevin.goto(`${home}/account/data`)
    await expect(kevin.getByText('You are the only owner of Melody')).toBeVisible()
  })
})
