import type { Page } from '@playwright/test'
import { readDemo } from '../../bin/parts/seed-demo.ts'
import { expect, test } from '../support/journey.ts'

const dataDir = process.env.COVE_JOURNEY_DATA ?? ''
const run = Date.now().toString(36)

/** Asks as a script of the page does. */
const askFrom = (page: Page, address: string, key: string) =>
  page.evaluate(async ([url, secret]) => {
    try {
      const answer = await fetch(url ?? '', { headers: { Authorization: `Bearer ${secret}` } })
      return { status: answer.status, left: answer.headers.get('RateLimit'), text: await answer.text() }
    } catch (fault) {
      return { status: 0, left: null, text: String(fault) }
    }
  }, [address, key] as const)

test('a school makes a key, a program uses it, a website may ask, and the key is revoked', async ({ person, home, checkAccess, forgive }) => {
  const demo = readDemo(dataDir)
  const login = demo?.logins.find(({ slug, role }) => slug === 'melody' && role === 'owner')
  const school = demo?.schools.find(({ slug }) => slug === 'melody')?.url.replace(/\/$/, '')
  if (!login || !school) throw new Error('the demo has no Melody')
  // Refusals belong to the story, and the browser notes them.
  forgive(/status of 4(01|03|22)|blocked by CORS policy|net::ERR_FAILED/)
  const courses = `${school}/api/v1/courses`

  const { page: kevin } = await person('the owner')
  await kevin.goto(`${home}/sign-in?next=${encodeURIComponent(`${school}/studio/settings`)}`)
  await checkAccess(kevin, 'sign-in')
  await kevin.getByLabel('E-mail').fill(login.email)
  await kevin.getByLabel('Password').fill(login.password)
  await kevin.getByRole('button', { name: 'Sign in', exact: true }).click()
  await kevin.waitForURL(`${school}/studio/settings`)
  await checkAccess(kevin, 'settings')

  let key = ''
  await test.step('the owner reads what programs can ask, and makes a key that may only read courses', async () => {
    await kevin.getByRole('link', { name: 'API', exact: true }).click()
    await expect(kevin.getByRole('heading', { name: 'API', exact: true })).toBeVisible()
    await checkAccess(kevin, 'keys')
    await kevin.getByRole('link', { name: 'Reference' }).click()
    await kevin.getByRole('article', { name: 'Enrol somebody' }).getByText('Example and answers').click()
    await expect(kevin.getByRole('region', { name: 'Request: Enrol somebody' })).toContainText('/api/v1/enrolments')
    await checkAccess(kevin, 'the reference')
    await kevin.goto(`${school}/studio/settings/api/new`)
    await kevin.getByRole('radiogroup', { name: 'Courses' }).getByRole('radio', { name: 'Nothing' }).check()
    await kevin.getByLabel('What it is for').fill(`Our website ${run}`)
    await kevin.getByRole('button', { name: 'Make the key' }).click()
    await expect(kevin.getByText('Let it do at least one thing.').first()).toBeVisible()
    await expect(kevin.getByLabel('What it is for')).toHaveValue(`Our website ${run}`)
    await checkAccess(kevin, 'a key with a fault')
    await kevin.getByRole('radiogroup', { name: 'Courses' }).getByRole('radio', { name: 'Read', exact: true }).check()
    await kevin.getByRole('button', { name: 'Make the key' }).click()
    key = await kevin.getByLabel('Key', { exact: true }).inputValue()
    expect(key).toMatch(/^cove_[\w-]{43}$/)
    await checkAccess(kevin, 'the key that was made')
    await kevin.getByRole('link', { name: 'Go on to the key' }).click()
    await expect(kevin.getByText('Never used')).toBeVisible()
    expect(await kevin.content()).not.toContain(key)
    await checkAccess(kevin, 'a key')
  })

  await test.step('a program lists the courses with it, and nothing else', async () => {
    const listed = await askFrom(kevin, courses, key)
    expect([listed.status, JSON.parse(listed.text).data.length > 0]).toEqual([200, true])
    expect(listed.left).toMatch(/^"key";r=299;t=\d+$/)
    expect((await askFrom(kevin, `${school}/api/v1/people`, key)).status).toBe(403)
    await kevin.reload()
    await expect(kevin.getByText('In use')).toBeVisible()
  })

  await test.step('a website may ask from a browser once it is named', async () => {
    const origin = 'http://website.localhost:4999'
    const { page: reader, context } = await person('a reader of the website')
    await context.route(`${origin}/**`, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><html lang="en"><title>Our website</title><main><h1>Our website</h1></main></html>' }))
    await reader.goto(`${origin}/`)
    await checkAccess(reader, 'the website')
    expect((await askFrom(reader, courses, key)).status).toBe(0)
    await kevin.goto(`${school}/studio/settings/api`)
    await kevin.getByLabel(/Addresses/).fill('www.example.com')
    await kevin.getByRole('button', { name: 'Save the websites' }).click()
    await expect(kevin.getByText(/is no website’s address/).first()).toBeVisible()
    await kevin.getByLabel(/Addresses/).fill(`${origin}/`)
    await kevin.getByRole('button', { name: 'Save the websites' }).click()
    await expect(kevin.getByText('The websites are saved')).toBeVisible()
    await checkAccess(kevin, 'keys and websites')
    const asked = await askFrom(reader, courses, key)
    expect([asked.status, asked.left !== null]).toEqual([200, true])
  })

  await test.step('revoked, it opens nothing from the next request on', async () => {
    await kevin.getByRole('link', { name: `Our website ${run}` }).click()
    await kevin.getByText('Revoke the key …').click()
    await expect(kevin.getByText(/refused from its next request on/)).toBeVisible()
    await kevin.getByRole('button', { name: 'Yes, revoke it' }).click()
    await expect(kevin.getByText('The key is revoked')).toBeVisible()
    expect((await askFrom(kevin, courses, key)).status).toBe(401)
  })
})
