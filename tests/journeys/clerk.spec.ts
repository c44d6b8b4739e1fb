import type { Page } from '@playwright/test'
import { expect, test as journey } from '../support/journey.ts'
import { startClerkInstallation, type ClerkInstallation, type ClerkInstallationOptions } from '../support/clerk-installation.ts'

/** Long enough to see a page come up, and short enough to see several of them end. */
const tokenSeconds = 8
const password = 'seven quiet strings'
const devKeys = /Clerk has been loaded with development keys/

/** The journeys of this file have installations of their own. */
function withClerk(options: Omit<ClerkInstallationOptions, 'tokenSeconds'>) {
  return journey.extend<object, { clerk: ClerkInstallation }>({
    clerk: [async ({}, use) => {
      const installation = await startClerkInstallation({ ...options, tokenSeconds })
      await use(installation)
      await installation.stop()
    }, { scope: 'worker', timeout: 120_000 }],
    home: async ({ clerk }, use) => {
      await use(clerk.url)
    },
  })
}

withClerk({ kind: 'development', withWebhooks: true })('a school under Clerk: signing up by its component, opening the school, staying, moving between hosts, leaving and coming back', async ({ clerk, home, schoolUrl, person, forgive, checkAccess }) => {
  forgive(devKeys)
  const { page, context } = await person('Mei')
  const school = schoolUrl('low-tide')

  await journey.step('she signs up by Clerk’s component and proves her address', async () => {
    await page.goto(`${home}/onboarding`)
    await expect(page.getByLabel('Email address')).toBeVisible()
    await checkAccess(page, 'signing up')
    await signUp(page, 'mei+clerk_test@lowtide.example')
    await page.waitForURL('**/onboarding')
    await checkAccess(page, 'the first step of opening a school')
  })

  await journey.step('she opens her school, which is opened at Clerk too', async () => {
    await openSchool(page, 'Low Tide Strings', 'low-tide')
    await page.waitForURL(`${school}/studio`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await checkAccess(page, 'the studio')
    const [organization] = clerk.emulator.state().organizations.oldestFirst()
    expect(organization).toMatchObject({ name: 'Low Tide Strings', slug: 'low-tide' })
    await clerk.emulator.settled()
    const told = clerk.emulator.state().deliveries.filter(({ eventType }) => /^(user|organization)/.test(eventType))
    expect(told.map(({ eventType, status }) => [eventType, status])).toEqual(
      ['user.created', 'organization.created', 'organizationMembership.created'].map((type) => [type, 'succeeded']),
    )
  })

  await journey.step('she stays longer than any token lives, and her form is taken', async () => {
    await page.goto(`${school}/studio/settings`)
    await page.getByLabel('Tagline').fill('Lessons by the sea')
    await outliveToken(page, 3)
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('Your pages show it from now on.')).toBeVisible()
    await expect(page.getByLabel('Name of the school')).not.toBeEditable()
    await checkAccess(page, 'settings')
  })

  await journey.step('a public page runs no script, and after it she is still who she is', async () => {
    await page.goto(school)
    await expect(page.getByText('Lessons by the sea').first()).toBeVisible()
    // What search engines read is data, and runs nothing.
    expect(await page.locator('script:not([type="application/ld+json"])').count()).toBe(0)
    await checkAccess(page, 'the storefront')
    await endOfToken(page)
    await page.goto(`${school}/studio`)
    await expect(page).toHaveURL(`${school}/studio`)
    await page.goto(home)
    await expect(page.getByRole('link', { name: /Low Tide Strings/ })).toBeVisible()
    await checkAccess(page, 'the first page of the installation')
  })

  await journey.step('she signs out at her school, and is out on every page at once, though tokens live on', async () => {
    await page.goto(`${home}/account`)
    await outliveToken(page, 1)
    await checkAccess(page, 'her account')
    await page.goto(`${school}/sign-out`)
    await checkAccess(page, 'signing out')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL(`${school}/`)
    await page.goto(`${school}/studio`)
    await page.waitForURL('**/sign-in?**')
    expect((await context.cookies()).filter(({ name, domain }) => /^__session/.test(name) && domain.startsWith('low-tide'))).toEqual([])
    await page.goto(`${home}/account`)
    expect(new URL(page.url()).pathname).toBe('/sign-in')
  })

  await journey.step('she comes back by her password, and lands where she wanted to', async () => {
    await page.goto(`${school}/studio`)
    await page.waitForURL('**/sign-in?**')
    await expect(page.getByRole('heading', { name: 'Sign in to Low Tide Strings' })).toBeVisible()
    await expect(page.getByLabel('Email address')).toBeVisible()
    await checkAccess(page, 'signing in')
    await page.getByLabel('Email address').fill('mei+clerk_test@lowtide.example')
    await page.getByRole('button', { name: 'Continue', exact: true }).click()
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Continue', exact: true }).click()
    await page.waitForURL(`${school}/studio`)
  })
})

withClerk({ kind: 'live', withWebhooks: false })('without webhooks, and where a browser keeps nothing', async ({ home, schoolUrl, person, forgive, checkAccess, request, clerk, browser }) => {
  const { page } = await person('Kevin')

  await journey.step('people and schools come by their first request, and webhooks are refused', async () => {
    await page.goto(`${home}/onboarding`)
    await signUp(page, 'kevin+clerk_test@north.example')
    await page.waitForURL('**/onboarding')
    await openSchool(page, 'North Pier Music', 'north-pier')
    await page.waitForURL(`${schoolUrl('north-pier')}/studio`)
    const { port } = new URL(home)
    expect((await request.post(`http://127.0.0.1:${port}/api/webhooks/clerk`, { data: '{}' })).status()).toBe(503)
    expect(clerk.emulator.state().organizations.size()).toBe(1)
    await checkAccess(page, 'the studio')
    await page.goto(`${home}/onboarding`)
    await checkAccess(page, 'opening a school')
  })

  await journey.step('a token that ended is renewed across hosts under a live key too', async () => {
    await page.goto(schoolUrl('north-pier'))
    await checkAccess(page, 'the storefront')
    await endOfToken(page)
    await page.goto(`${schoolUrl('north-pier')}/studio`)
    await expect(page).toHaveURL(`${schoolUrl('north-pier')}/studio`)
    expect((await page.context().cookies()).filter(({ name }) => name.startsWith('cove.renewal'))).toEqual([])
  })

  await journey.step('where no cookies are kept, a sentence stands instead of a circle', async () => {
    const noCookies = await person('who keeps no cookies')
    await noCookies.context.addInitScript(() => Object.defineProperty(navigator, 'cookieEnabled', { get: () => false }))
    await noCookies.page.goto(`${home}/sign-in`)
    await expect(noCookies.page.getByRole('alert')).toContainText('keeps no cookies')
    await checkAccess(noCookies.page, 'signing in without cookies')
    forgive(/status of 400/)
    await noCookies.page.goto(`${home}/sign-up?cove_renewal=lost`)
    await expect(noCookies.page.getByText('Your browser keeps no cookies for this site')).toBeVisible()
    await checkAccess(noCookies.page, 'a way to Clerk that lost its mark')
  })

  await journey.step('where no scripts run, signing in says that it needs them', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const plain = await context.newPage()
    await plain.goto(`${home}/sign-in`)
    // A browser whose scripts were taken away afterwards still reads the element as text.
    expect(await plain.locator('noscript').innerHTML()).toContain('Signing in needs scripts.')
    await context.close()
  })
})

async function signUp(page: Page, email: string): Promise<void> {
  await page.getByLabel('First name').fill('Mei')
  await page.getByLabel('Last name').fill('Lin')
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Continue', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Verify your email' })).toBeVisible()
  await page.getByRole('textbox', { name: /verification code/i }).pressSequentially('424242')
}

async function openSchool(page: Page, name: string, slug: string): Promise<void> {
  await page.getByLabel('Name of the school').fill(name)
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByLabel('Address', { exact: true }).fill(slug)
  await page.getByRole('button', { name: 'Open the school' }).click()
}

/** Waits until this host's token is so many lives younger than it was. */
async function outliveToken(page: Page, lives: number): Promise<void> {
  const first = await readToken(page)
  await expect.poll(async () => (await readToken(page)).iat - first.iat, { timeout: 60_000, intervals: [500] }).toBeGreaterThanOrEqual(lives * tokenSeconds)
}

/** Waits until this host's token has ended, with the few seconds that clocks may differ. */
async function endOfToken(page: Page): Promise<void> {
  await expect.poll(async () => Date.now() / 1000 - (await readToken(page)).exp, { timeout: 60_000, intervals: [500] }).toBeGreaterThan(6)
}

async function readToken(page: Page): Promise<{ iat: number; exp: number }> {
  const cookie = (await page.context().cookies(page.url())).find(({ name }) => name === '__session')
  return JSON.parse(Buffer.from(cookie?.value.split('.')[1] ?? 'e30', 'base64url').toString('utf8')) as { iat: number; exp: number }
}
