import type { BrowserContext, Page } from '@playwright/test'
import { readDemo } from '../../bin/parts/seed-demo.ts'
import { askServer } from '../isolation/built-server.ts'
import { note } from '../support/expect-soon.ts'
import { expect, test } from '../support/journey.ts'
import { openLivePage } from '../support/live-page.ts'
import { startNameServer } from '../support/name-server.ts'

const run = Date.now().toString(36)
const dataDir = process.env.COVE_JOURNEY_DATA ?? ''
const ines = { name: 'Ines Aarden', email: `ines-${run}@two-hats.example`, password: 'an even bow' }
const domain = `www.quiet-${run}.localhost`

/** What a browser is answered at an address, with the keys that it has now. */
async function answerTo(context: BrowserContext, address: string): Promise<number> {
  const { host, port, pathname } = new URL(address)
  const cookie = (await context.cookies(address)).map(({ name, value }) => `${name}=${value}`).join('; ')
  return (await askServer(Number(port), { host, path: pathname, cookie })).status
}

// Many pages, each looked at by axe in both looks.
test.setTimeout(480_000)

test('one person owns a school, learns in a second that has a domain of its own, and teaches in a third', async ({ person, home, schoolUrl, mailLinks, checkAccess, forgive }) => {
  const demo = readDemo(dataDir)
  const ownerOf = (slug: string) => demo?.logins.find((login) => login.slug === slug && login.role === 'owner')
  const [quiet, melody] = [schoolUrl('quiet-strings'), schoolUrl('melody')]
  const own = schoolUrl(`aarden-${run}`)
  const atDomain = `http://${domain}:${new URL(home).port}`
  const names = await startNameServer(Number(process.env.COVE_JOURNEY_DNS_PORT))
  names.records.set('coursecove.localhost', { a: ['127.0.0.1'] })

  const signIn = async (page: Page, { email, password }: { email: string; password: string }) => {
    await page.getByLabel('E-mail').fill(email)
    await page.getByLabel('Password').fill(password)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  }
  const invite = async (page: Page, school: string, role: RegExp) => {
    await page.goto(`${school}/studio/people/invite`)
    await checkAccess(page, 'an invitation to be sent')
    await page.getByLabel('E-mail').fill(ines.email)
    await page.getByRole('radio', { name: role }).check()
    await page.getByRole('button', { name: /invit/i }).click()
    await page.waitForURL('**/studio/people/invitations?**')
    await checkAccess(page, 'the invitations')
  }
  const enter = async (name: string, school: string, slug: string) => {
    const { page } = await person(name)
    const login = ownerOf(slug)
    if (!login) throw new Error(`the demo has no owner of ${slug}`)
    await page.goto(`${school}/studio`)
    await checkAccess(page, 'sign-in of a school')
    await signIn(page, login)
    await page.waitForURL(`${school}/studio`)
    await checkAccess(page, 'the studio')
    return page
  }
  const bea = await enter('the owner of Quiet Strings', quiet, 'quiet-strings')

  await test.step('Quiet Strings proves a domain and is found under it', async () => {
    forgive(/status of 422/)
    await bea.goto(`${quiet}/studio/settings`)
    await checkAccess(bea, 'the settings')
    await bea.getByRole('link', { name: 'Domains' }).click()
    await checkAccess(bea, 'domains')
    await bea.getByRole('link', { name: 'Add a domain' }).first().click()
    await bea.getByLabel('Domain').fill('quiet')
    await bea.getByRole('button', { name: 'Add the domain' }).click()
    await expect(bea.getByText('That is no domain.').first()).toBeVisible()
    await checkAccess(bea, 'a domain that is none')
    await bea.getByLabel('Domain').fill(`https://${domain.toUpperCase()}/`)
    await bea.getByRole('button', { name: 'Add the domain' }).click()
    await expect(bea.getByRole('heading', { level: 1, name: domain })).toBeVisible()
    await checkAccess(bea, 'a domain to be proven')
    await bea.getByRole('button', { name: 'Check now' }).click()
    await expect(bea.getByText('The TXT record is not there yet')).toBeVisible()
    const [name, value] = [await bea.getByLabel('Name').first().inputValue(), await bea.getByLabel('Value').first().inputValue()]
    names.records.set(name, { txt: [value] })
    names.records.set(domain, { a: ['127.0.0.1'] })
    await bea.getByRole('button', { name: 'Check now' }).click()
    await expect(bea.getByText('The domain is verified and leads here')).toBeVisible()
    await bea.getByRole('button', { name: 'Make it the main address' }).click()
    await expect(bea.getByText('From now on your school is found under this domain')).toBeVisible()
    await bea.setViewportSize({ width: 375, height: 800 })
    await checkAccess(bea, 'a verified domain on a phone')
    await bea.setViewportSize({ width: 1440, height: 900 })
    await invite(bea, quiet, /^Student/)
  })

  const { page } = await person('Ines')
  await test.step('Ines takes the invitation to learn at Quiet Strings, and stands on its domain, signed in', async () => {
    const [link = ''] = await mailLinks(ines.email, /invit/i)
    await page.goto(link)
    await checkAccess(page, 'the invitation')
    await page.getByLabel('Your name').fill(ines.name)
    await page.getByLabel('Password').fill(ines.password)
    await page.getByRole('button', { name: /Join|Accept/ }).click()
    await page.waitForURL(`${atDomain}/learn`)
    await checkAccess(page, 'the library on the domain')
  })

  await test.step('opens a school of her own, and is invited to teach at Melody', async () => {
    await page.goto(`${home}/onboarding`)
    await page.getByLabel('Name of the school').fill(`Aarden ${run}`)
    await page.getByRole('button', { name: 'Go on' }).click()
    await checkAccess(page, 'onboarding')
    await page.getByRole('button', { name: 'Open the school' }).click()
    await page.waitForURL(`${own}/studio**`)
    const kevin = await enter('the owner of Melody', melody, 'melody')
    await invite(kevin, melody, /^(Instructor|Teacher)/)
    const [link = ''] = await mailLinks(ines.email, /invit/i)
    await page.goto(link)
    await page.getByRole('button', { name: /Accept|Join/ }).click()
    await page.waitForURL(`${melody}/studio**`)
  })

  await test.step('the switcher lists the three with her role, and leads to each, by keyboard', async () => {
    const switcher = page.getByLabel('Main', { exact: true }).getByLabel('Switch between your schools').first()
    await switcher.focus()
    await page.keyboard.press('Enter')
    const places = page.getByLabel('Main', { exact: true }).getByRole('list', { name: 'Switch between your schools' }).getByRole('link')
    await expect(places).toHaveText([new RegExp(`Aarden ${run}.*You own it`), /Melody.*You teach here/, /Quiet Strings.*You learn here/])
    await expect(places.nth(1)).toHaveAttribute('aria-current', 'true')
    await checkAccess(page, 'the studio with its switcher')
    await page.keyboard.press('Escape')
    await expect(places.first()).toBeHidden()
    await expect(switcher).toBeFocused()
    await page.keyboard.press('Enter')
    await places.nth(2).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(`${atDomain}/learn`)
  })

  await test.step('what opens to her is another in each, for her role is', async () => {
    const [settings, lists, library] = ['/studio/settings', '/studio/courses', '/learn']
    const opens = async (school: string) => Promise.all([settings, lists, library].map((path) => answerTo(page.context(), `${school}${path}`)))
    expect(await opens(own)).toEqual([200, 200, 200])
    expect(await opens(melody)).toEqual([403, 200, 200])
    expect(await opens(atDomain)).toEqual([403, 403, 200])
  })

  await test.step('on the domain nothing is said of her other schools; the installation lists them', async () => {
    await page.getByLabel(`Account of ${ines.name}`).click()
    await expect(page.getByText('Melody')).toHaveCount(0)
    await page.getByRole('link', { name: 'Your schools' }).first().click()
    await page.waitForURL(`${home}/`)
    await expect(page.getByText('These are your 3 schools.')).toBeVisible()
    await checkAccess(page, 'her schools')
    await page.getByRole('link', { name: new RegExp(`Aarden ${run}`) }).click()
    await page.waitForURL(`${own}/studio`)
  })

  await test.step('on a phone she goes from teaching to learning and to another school', async () => {
    await page.setViewportSize({ width: 375, height: 800 })
    await page.getByRole('link', { name: 'switch to learning' }).locator('visible=true').click()
    await page.waitForURL(`${own}/learn`)
    await page.getByLabel('Menu').click()
    await checkAccess(page, 'the menu on a phone')
    await expect(page.getByRole('link', { name: 'Studio' }).locator('visible=true')).toBeVisible()
    await page.getByRole('link', { name: /Melody/ }).locator('visible=true').click()
    await page.waitForURL(`${melody}/studio`)
    await page.setViewportSize({ width: 1440, height: 900 })
  })

  await test.step('the subdomain leads to the domain, and she is still known', async () => {
    await page.goto(`${quiet}/courses`)
    await page.waitForURL(`${atDomain}/courses`)
    await expect(page.getByLabel(`Account of ${ines.name}`)).toBeVisible()
    await checkAccess(page, 'all courses on the domain')
  })

  await test.step('signing out there is signing out everywhere in this browser', async () => {
    await page.getByLabel(`Account of ${ines.name}`).click()
    await page.getByRole('button', { name: 'Sign out' }).locator('visible=true').click()
    await page.waitForURL(`${atDomain}/`)
    await checkAccess(page, 'the storefront on the domain')
    await page.goto(`${own}/studio`)
    await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  })

  await test.step('signing in from the domain comes back to it', async () => {
    await page.goto(`${atDomain}/courses`)
    await page.getByRole('link', { name: 'Sign in' }).locator('visible=true').first().click()
    await expect(page.getByRole('heading', { level: 1, name: /Sign in to Quiet Strings/ })).toBeVisible()
    await checkAccess(page, 'sign-in on the way to the domain')
    await signIn(page, ines)
    await page.waitForURL(`${atDomain}/courses`)
    await expect(page.getByLabel(`Account of ${ines.name}`)).toBeVisible()
  })

  await test.step('an owner of elsewhere is asked before Quiet Strings knows who they are', async () => {
    const login = ownerOf('melody')
    const { page: stranger } = await person('somebody of no business there', { width: 375 })
    await stranger.goto(`${atDomain}/courses`)
    await stranger.getByRole('link', { name: 'Sign in' }).locator('visible=true').first().click()
    await signIn(stranger, login ?? ines)
    await expect(stranger.getByRole('heading', { level: 1, name: /Sign in to Quiet Strings/ })).toBeVisible()
    await expect(stranger.getByText(`${domain} then knows your name and address`)).toBeVisible()
    await checkAccess(stranger, 'the question before')
    await stranger.getByRole('button', { name: /^Sign in as/ }).click()
    await stranger.waitForURL(`${atDomain}/courses`)
    // The same way in once more: it is over.
    forgive(/status of 403/)
    await stranger.goto(`${atDomain}/arrive/done?code=nobodys&next=/courses`)
    await checkAccess(stranger, 'a way in that is over')
    await stranger.getByRole('link', { name: 'Try again' }).click()
    await expect(stranger.getByRole('heading', { level: 1, name: /Sign in to Quiet Strings/ })).toBeVisible()
  })

  const { page: laptop } = await person('Ines at her laptop', { isOtherBrowser: true })
  await test.step('at her laptop the domain knows nothing of her until she is handed over', async () => {
    await laptop.goto(`${home}/sign-in`)
    await signIn(laptop, ines)
    await laptop.waitForURL(`${home}/`)
    const keysOn = async (host: string) => (await laptop.context().cookies(host)).map(({ name }) => name)
    const [keys] = [await keysOn(own)]
    expect(keys.length).toBeGreaterThan(0)
    expect(await keysOn(atDomain)).toEqual([])
    await laptop.goto(`${atDomain}/courses`)
    await expect(laptop.getByRole('link', { name: 'Sign in' }).locator('visible=true').first()).toBeVisible()
    expect(await answerTo(laptop.context(), `${atDomain}/learn`)).toBe(302)
    await laptop.goto(`${atDomain}/learn`)
    await expect(laptop).toHaveURL(`${atDomain}/learn`)
    await expect(laptop.getByLabel(`Account of ${ines.name}`)).toBeVisible()
    // Neither host has the other's key.
    expect(await keysOn(own)).toEqual(keys)
    expect(await keysOn(atDomain)).not.toEqual(expect.arrayContaining(keys))
  })

  await test.step('signing out everywhere is everywhere: each host refuses the laptop, and its open pages are led to signing in', async () => {
    const hosts = { 'her own school': `${own}/studio`, 'a school that she teaches at': `${melody}/studio`, 'a school on a domain of its own': `${atDomain}/learn`, 'the installation': `${home}/account` }
    const context = laptop.context()
    // Whose session ended hears no more.
    forgive(/status of 404/)
    for (const address of Object.values(hosts)) expect(await answerTo(context, address), address).toBe(200)
    const open = await Promise.all([`${own}/studio`, `${melody}/studio`, `${atDomain}/learn`].map(async (address) => (await openLivePage(await context.newPage(), address)).page))
    await page.goto(`${home}/account`)
    await checkAccess(page, 'the account')
    const told = open.map(async (one) => {
      await one.waitForURL(/\/sign-in\?/, { waitUntil: 'commit', timeout: 15_000 })
      return Date.now()
    })
    const pressed = page.waitForRequest((request) => request.method() === 'POST').then(() => Date.now())
    await page.getByRole('button', { name: 'Sign out everywhere' }).click()
    const since = await pressed
    const refused = Object.entries(hosts).map(async ([host, address]) => {
      await expect.poll(() => answerTo(context, address), { message: `${host} refuses`, intervals: [20], timeout: 10_000 }).toBe(302)
      return `${host} ${Date.now() - since} ms`
    })
    note('after “Sign out everywhere” the other browser was refused by', (await Promise.all(refused)).join(', '))
    note('its open pages were on their way to signing in', (await Promise.all(told)).map((at) => `${at - since} ms`).join(', '))
    await expect(page.getByText('You are signed out everywhere')).toBeVisible()
    await page.goto(`${atDomain}/learn`)
    await expect(page.getByRole('heading', { level: 1, name: /Sign in to Quiet Strings/ })).toBeVisible()
  })

  await test.step('Quiet Strings takes the domain away again: the subdomain answers, the domain does not', async () => {
    await bea.goto(`${quiet}/studio/settings/domains`)
    await checkAccess(bea, 'domains with one')
    await bea.getByRole('link', { name: domain }).click()
    await bea.getByText('Remove the domain …').click()
    await expect(bea.getByText(/Your school has \d+ people/)).toBeVisible()
    await bea.getByRole('button', { name: 'Yes, remove it' }).click()
    await expect(bea.getByText('The domain is removed')).toBeVisible()
    forgive(/status of 404/)
    expect((await bea.goto(`${atDomain}/`))?.status()).toBe(404)
    await bea.goto(`${quiet}/courses`)
    await expect(bea).toHaveURL(`${quiet}/courses`)
  })
  await names.close()
})
