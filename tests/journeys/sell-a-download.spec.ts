import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { readDemo } from '../../bin/parts/seed-demo.ts'
import { goToPayment, pressPay } from '../support/journey-purchase.ts'
import { expect, test } from '../support/journey.ts'

const run = Date.now().toString(36)
const title = `Warm-up sheets ${run}`
const dataDir = process.env.COVE_JOURNEY_DATA ?? ''
const buyer = `ada-${run}@reader.example`

test('a school sells a download with a licence key, and somebody buys, fetches and returns it', async ({ person, home, mailLinks, checkAccess }) => {
  const demo = readDemo(dataDir)
  const login = demo?.logins.find(({ slug, role }) => slug === 'melody' && role === 'owner')
  const school = demo?.schools.find(({ slug }) => slug === 'melody')?.url
  if (!login || !school) throw new Error('the demo has no Melody')

  const { page: kevin } = await person('the owner')
  await test.step('the owner makes a download, puts a file into it, releases it and sets a price', async () => {
    await kevin.goto(`${home}/sign-in`)
    await checkAccess(kevin, 'sign-in')
    await signIn(kevin, login)
    await checkAccess(kevin, 'the installation’s home')
    await kevin.goto(`${school}/studio/products`)
    await kevin.getByLabel(/product/i).first().fill(title)
    await checkAccess(kevin, 'the products')
    await kevin.getByRole('button', { name: /Add|Begin/ }).click()
    await expect(kevin.getByRole('heading', { level: 1 })).toContainText(title)
    await checkAccess(kevin, 'a new product')
    await kevin.locator('input[type=file]').setInputFiles(sheet())
    await expect(kevin.getByRole('list', { name: 'Files of version 1.0' })).toContainText('warm-ups.txt')
    await kevin.getByRole('button', { name: 'Release', exact: true }).click()
    await expect(kevin.getByText('Released', { exact: true })).toBeVisible()
    await kevin.getByRole('textbox', { name: 'Price' }).fill('12')
    await kevin.getByRole('button', { name: 'Save the price' }).click()
    await expect(kevin.getByText('The price is saved.')).toBeVisible()
    await checkAccess(kevin, 'a product with a released version')
  })

  await test.step('each buyer gets a key, each file twice; it goes on the site', async () => {
    await kevin.getByRole('main').getByRole('link', { name: 'Settings', exact: true }).click()
    await kevin.getByLabel('Give each buyer a licence key').check()
    await kevin.getByLabel('Let programs ask whether a key is good').check()
    await kevin.getByLabel('How often each file may be fetched').fill('2')
    await kevin.getByRole('button', { name: 'Save the settings' }).click()
    await expect(kevin.getByText(/^Saved at/)).toBeVisible()
    await checkAccess(kevin, 'a product’s settings')
    await kevin.getByRole('button', { name: 'Publish', exact: true }).click()
    await expect(kevin.getByText('Published', { exact: true })).toBeVisible()
  })

  const { page: ada } = await person('the buyer', { width: 375 })
  await test.step('a visitor finds it among the products and pays', async () => {
    await ada.goto(`${school}/products`)
    await checkAccess(ada, 'all products')
    await ada.getByRole('link', { name: title }).click()
    await expect(ada.getByText('A licence key of your own')).toBeVisible()
    await checkAccess(ada, 'a product')
    await ada.getByRole('link', { name: 'Buy it' }).locator('visible=true').first().click()
    await checkAccess(ada, 'the checkout of a product')
    await goToPayment(ada, buyer)
    await checkAccess(ada, 'the emulator’s checkout')
    await pressPay(ada)
    await ada.waitForURL('**/checkout/*/done**')
    await expect(ada.getByRole('heading', { level: 1 })).toContainText('The download is yours')
    await checkAccess(ada, 'the page after paying for a download')
  })

  await test.step('the link in the receipt opens the library, with the key and the file in it', async () => {
    const [link] = await mailLinks(buyer, /receipt/i)
    await ada.goto(link ?? '')
    await ada.waitForURL('**/learn')
    await expect(ada.getByRole('heading', { name: 'Downloads' })).toBeVisible()
    await checkAccess(ada, 'the library with a download')
    await ada.getByRole('link', { name: title }).click()
    await expect(ada.getByLabel('Your licence key')).toHaveValue(/^[0-9A-Z]{5}(-[0-9A-Z]{5}){4}$/)
    await expect(ada.getByText(/2 times more/)).toBeVisible()
    await checkAccess(ada, 'a download of one’s own')
  })
  const key = await ada.getByLabel('Your licence key').inputValue()

  await test.step('the file comes under its name, and it is counted', async () => {
    const waiting = ada.waitForEvent('download')
    await ada.getByRole('button', { name: 'Download warm-ups.txt' }).click()
    const download = await waiting
    expect(download.suggestedFilename()).toBe('warm-ups.txt')
    await ada.reload()
    await expect(ada.getByText(/once more/)).toBeVisible()
  })

  await test.step('a program asks about the key; the owner sees the buyer, revokes the key and gives it back', async () => {
    expect(await askAboutKey(kevin, key)).toMatchObject({ isValid: true, product: { title } })
    await kevin.getByRole('link', { name: 'Buyers', exact: true }).click()
    await expect(kevin.getByText(key)).toBeVisible()
    await checkAccess(kevin, 'the buyers of a product')
    await kevin.getByRole('button', { name: /^Revoke the key of/ }).click()
    await expect(kevin.getByText('The key is revoked.')).toBeVisible()
    expect(await askAboutKey(kevin, key)).toEqual({ isValid: false, reason: 'revoked' })
    await kevin.getByRole('button', { name: /^Give back the key of/ }).click()
    await expect(kevin.getByText('The key is good again.')).toBeVisible()
  })

  await test.step('a refund takes it back: it leaves the library by itself, and the key is good no more', async () => {
    await ada.goto(`${school}/learn`)
    await expect(ada.getByRole('link', { name: title })).toBeVisible()
    await kevin.getByRole('link', { name: /^Order \d/ }).click()
    await kevin.getByRole('link', { name: /Refund/ }).click()
    await kevin.getByRole('button', { name: /^Refund/ }).click()
    await expect(kevin.getByText(/refunded/i).first()).toBeVisible()
    await expect(ada.getByRole('link', { name: title })).toHaveCount(0, { timeout: 30_000 })
    expect(await askAboutKey(kevin, key)).toEqual({ isValid: false, reason: 'refunded' })
    await checkAccess(ada, 'the library without it')
    await checkAccess(kevin, 'the order, refunded')
  })
})

async function signIn(page: Page, login: { email: string; password: string }): Promise<void> {
  await page.getByLabel('E-mail').fill(login.email)
  await page.getByLabel('Password').fill(login.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
}

/** Asks as a program would, from the browser: it alone knows the names of this machine. */
function askAboutKey(page: Page, key: string): Promise<unknown> {
  return page.evaluate(async (asked) => {
    const answer = await fetch('/api/licences/check', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ key: asked }) })
    return ((await answer.json()) as { data: unknown }).data
  }, key)
}

/** A sheet on the owner's disk. */
function sheet(): string {
  const path = join(mkdtempSync(join(tmpdir(), 'coursecove-owner-')), 'warm-ups.txt')
  writeFileSync(path, 'Ten slow notes, up and down.\n')
  return path
}
