import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { readDemo } from '../../bin/parts/seed-demo.ts'
import { clicks } from '../../db/seeds/media/sounds.ts'
import { tone } from '../../db/seeds/media/tone.ts'
import { goToPayment, pressPay } from '../support/journey-purchase.ts'
import { expect, test } from '../support/journey.ts'

const run = Date.now().toString(36)
const title = `Night service ${run}`
const tag = `late-${run}`
const [ada, bo, cat] = [`ada-${run}@reader.example`, `bo-${run}@reader.example`, `cat-${run}@reader.example`]
const demo = () => readDemo(process.env.COVE_JOURNEY_DATA ?? '')

test('a producer sells a beat under licences, one of them once; the buyer hears it before and has it after', async ({ person, home, schoolUrl, mailLinks, checkAccess }) => {
  const [school, tutors] = [schoolUrl('night-bus'), schoolUrl('carrel')]
  const { page: callum } = await person('the producer')
  await test.step('the producer adds the beat: what it is found by, a preview, a file', async () => {
    await callum.goto(`${home}/sign-in`)
    await checkAccess(callum, 'sign-in')
    await signIn(callum, 'night-bus')
    await checkAccess(callum, 'the installation’s home')
    await callum.goto(`${school}/studio/products`)
    await callum.getByLabel(/product/i).first().fill(title)
    await callum.getByLabel('Kind').selectOption('beat')
    await checkAccess(callum, 'the products')
    await callum.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(callum.getByRole('heading', { level: 1 })).toContainText(title)
    await callum.getByLabel('BPM').fill('90')
    await callum.getByLabel('Key').selectOption('Am')
    await callum.getByLabel('Tags').fill(`${tag}, dusty`)
    await callum.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(callum.getByText('Saved.', { exact: true })).toBeVisible()
    const files = callum.locator('input[type=file]')
    await files.first().setInputFiles(await recording('night-service-tagged.wav'))
    await expect(callum.locator('audio')).toBeAttached({ timeout: 20_000 })
    await files.last().setInputFiles(await recording('night-service.wav'))
    await expect(callum.getByRole('list', { name: 'Files of version 1.0' })).toContainText('night-service.wav')
    await callum.getByRole('button', { name: 'Release', exact: true }).click()
    await expect(callum.getByText('Released', { exact: true })).toBeVisible()
  })

  await test.step('two licences, one of them sold once, and it goes on the site', async () => {
    await addLicence(callum, { name: 'Lease', terms: 'One release, up to 50,000 streams.', price: '24' })
    await addLicence(callum, { name: 'Exclusive', terms: 'Yours alone.', price: '420', isExclusive: true })
    await checkAccess(callum, 'a beat with its licences')
    await callum.getByRole('button', { name: 'Publish', exact: true }).click()
    await expect(callum.getByText('Published', { exact: true })).toBeVisible()
  })

  const { page: buyer } = await person('the buyer', { width: 375 })
  await test.step('a visitor finds it by its tag, hears it, and buys the lease', async () => {
    await buyer.goto(`${school}/products?tag=${tag}`)
    await expect(buyer.getByRole('article')).toHaveCount(1)
    await checkAccess(buyer, 'the music by a tag')
    await buyer.getByRole('link', { name: title }).click()
    await expect(buyer.getByText('90 BPM')).toBeVisible()
    const heard = await buyer.getByLabel(`Preview of ${title}`).evaluate(async (player: HTMLAudioElement) => {
      player.muted = true
      await player.play()
      await new Promise((done) => player.addEventListener('timeupdate', done, { once: true }))
      return { seconds: Math.round(player.duration), isPlaying: !player.paused }
    })
    expect(heard).toEqual({ seconds: 4, isPlaying: true })
    await checkAccess(buyer, 'a beat')
    await buyer.getByRole('link', { name: 'Buy Lease' }).click()
    await checkAccess(buyer, 'the checkout of a licence')
    await goToPayment(buyer, ada)
    await checkAccess(buyer, 'the emulator’s checkout')
    await pressPay(buyer)
    await buyer.waitForURL('**/checkout/*/done**')
    await checkAccess(buyer, 'the page after paying for a beat')
  })

  await test.step('and has it: the words of the licence, and the file under its name', async () => {
    const [link] = await mailLinks(ada, /receipt/i)
    await buyer.goto(link ?? '')
    await buyer.waitForURL('**/learn')
    await checkAccess(buyer, 'the library with a beat')
    await buyer.getByRole('link', { name: title }).click()
    await expect(buyer.getByRole('heading', { name: 'Licence: Lease' })).toBeVisible()
    await expect(buyer.getByText('One release, up to 50,000 streams.')).toBeVisible()
    await checkAccess(buyer, 'a beat of one’s own')
    const waiting = buyer.waitForEvent('download')
    await buyer.getByRole('button', { name: 'Download night-service.wav' }).click()
    expect((await waiting).suggestedFilename()).toBe('night-service.wav')
  })

  await test.step('another buys it exclusively: it leaves the shop, and who has the lease keeps it', async () => {
    const { page } = await person('who wants it alone', { width: 375 })
    await page.goto(`${school}/products?tag=${tag}`)
    await page.getByRole('link', { name: title }).click()
    await page.getByRole('link', { name: 'Buy Exclusive' }).click()
    await goToPayment(page, bo)
    await buyer.goto(`${school}/products?tag=${tag}`)
    await buyer.getByRole('link', { name: title }).click()
    await expect(buyer.getByText('Sold once')).toBeVisible()
    await pressPay(page)
    await page.waitForURL('**/checkout/*/done**')
    await expect(async () => {
      await page.goto(`${school}/products?tag=${tag}`)
      await expect(page.getByRole('article').getByText('Sold', { exact: true })).toBeVisible({ timeout: 1000 })
    }).toPass({ timeout: 20_000 })
    await page.getByRole('link', { name: title }).click()
    await expect(page.getByText('Sold exclusively')).toBeVisible()
    await checkAccess(page, 'a beat that is sold')
    await buyer.reload()
    await expect(buyer.getByRole('link', { name: 'Open it' }).locator('visible=true').first()).toBeVisible()
    await callum.reload()
    await expect(callum.getByText(/bought it for themselves alone, by order \d+/)).toBeVisible()
    await checkAccess(callum, 'a beat that is sold, in the studio')
  })

  await test.step('one person buys at two schools, and each sees only what was bought there', async () => {
    await buyer.goto(`${tutors}/products`)
    await buyer.getByRole('link', { name: 'Sixteen quadratics' }).click()
    await buyer.getByRole('link', { name: 'Buy it' }).locator('visible=true').first().click()
    await buyer.getByRole('button', { name: /Continue to payment/ }).click()
    await pressPay(buyer)
    await buyer.waitForURL('**/checkout/*/done**')
    expect(await customerAt(callum, school)).toMatchObject([expect.stringContaining(`${title} (Lease)`), '1', '£24.00'])
    await checkAccess(callum, 'the customers')
    const { page: ruth } = await person('the tutor')
    await ruth.goto(`${home}/sign-in`)
    await signIn(ruth, 'carrel')
    expect(await customerAt(ruth, tutors)).toMatchObject([expect.stringContaining('Sixteen quadratics'), '1', '£6.00'])
  })

  await test.step('a free download is had for an address, by one press in the mail’s page', async () => {
    const { page } = await person('who leaves an address', { width: 375 })
    await page.goto(`${school}/products/four-sounds-from-the-38`)
    await page.getByRole('link', { name: 'Get it by mail' }).locator('visible=true').first().click()
    await page.getByLabel('Your e-mail address').fill(cat)
    await page.getByRole('checkbox').check()
    await checkAccess(page, 'the form for a free download')
    await page.getByRole('button', { name: 'Send me the link' }).click()
    await expect(page.getByRole('status')).toContainText(cat)
    const links = await mailLinks(cat, /Four sounds/)
    // The other one ends the mails.
    await page.goto(links.find((link) => !purposeOf(link).includes('stop')) ?? '')
    await page.getByRole('button', { name: 'Confirm and open the files' }).click()
    await checkAccess(page, 'a free download')
    const waiting = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download 38-bell.wav' }).click()
    expect((await waiting).suggestedFilename()).toBe('38-bell.wav')
  })

  await test.step('the producer lets another site show the classes, and takes the code for it', async () => {
    await callum.goto(`${school}/studio/site/elsewhere`)
    const sites = callum.getByRole('textbox', { name: /^Sites/ })
    await sites.fill('https://label.example')
    await callum.getByRole('button', { name: 'Save the sites' }).click()
    await expect(callum.getByText('Saved. It holds from now on.')).toBeVisible()
    await expect(callum.frameLocator('iframe').getByRole('link').first()).toBeVisible()
    await checkAccess(callum, 'on other sites')
    await callum.goto(`${school}/embed/courses`)
    await checkAccess(callum, 'the list for other sites')
  })
})

async function signIn(page: Page, slug: string): Promise<void> {
  const login = demo()?.logins.find((one) => one.slug === slug && one.role === 'owner')
  await page.getByLabel('E-mail').fill(login?.email ?? '')
  await page.getByLabel('Password').fill(login?.password ?? '')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
}

async function addLicence(page: Page, licence: { name: string; terms: string; price: string; isExclusive?: boolean }): Promise<void> {
  const form = page.locator('form').filter({ has: page.locator('#name-new') })
  await form.getByLabel('Name').fill(licence.name)
  await form.getByLabel('What may be done with it').fill(licence.terms)
  await form.getByLabel('Price').fill(licence.price)
  if (licence.isExclusive) await form.getByLabel(/^Exclusive/).check()
  await form.getByRole('button', { name: 'Add the licence' }).click()
  await expect(page.getByRole('list', { name: 'Licences' }).getByRole('heading', { name: licence.name })).toBeVisible()
}

/** What the list of customers says of the one who bought at both schools: last purchase, purchases, sum. */
async function customerAt(page: Page, school: string): Promise<string[]> {
  await page.goto(`${school}/studio/customers?search=${encodeURIComponent(ada)}`)
  const row = page.getByRole('row').filter({ hasText: ada })
  await expect(row).toHaveCount(1)
  return (await row.getByRole('cell').allInnerTexts()).slice(-3)
}

/** What a link of a free download's mail is for, as its token says. */
function purposeOf(link: string): string {
  const [said = ''] = (new URL(link).pathname.split('/').at(-1) ?? '').split('.')
  return Buffer.from(said, 'base64url').toString()
}

/** A recording on the producer's disk. */
async function recording(name: string): Promise<string> {
  const path = join(mkdtempSync(join(tmpdir(), 'coursecove-producer-')), name)
  writeFileSync(path, await tone({ name, seconds: 4, sounds: clicks({ bpm: 90, beats: 6 }) }).bytes())
  return path
}
