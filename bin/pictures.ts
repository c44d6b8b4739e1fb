import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { freePort } from '../src/platform/db/free-port.ts'
import { loginUrl } from '../src/platform/db/logins.ts'
import { findBrowser } from '../tests/support/browser.ts'
import { ensureAppSecret } from './parts/app-secret.ts'
import { fillInbox } from './parts/fill-inbox.ts'
import { findRunner } from './parts/run-lock.ts'
import { startWithDrift } from './parts/plant-drift.ts'
import { readDemo } from './parts/seed-demo.ts'
import { startInstallation } from './parts/start-installation.ts'

// Makes docs/pictures/ from the demo: every page that people see most, on a phone and on a desk, by day and by night.
// With words, only those whose names contain one of them.
const folder = 'docs/pictures'
const only = process.argv.slice(2)
const widths = [375, 1440]
const themes = ['light', 'dark'] as const

/** A picture: its name, who looks, and how they get there. */
interface Picture {
  name: string
  who: 'visitor' | 'student' | 'owner' | 'operator'
  /** @param place the address of the school; the installation's own for its operator */
  reach(page: Page, place: string): Promise<void>
}

function wants(name: string): boolean {
  return only.length === 0 || only.some((word) => name.includes(word))
}

const course = '/courses/piano-from-the-first-note'
const pictures = ([
  { name: 'storefront', who: 'visitor', reach: (page, school) => open(page, school) },
  { name: 'course', who: 'visitor', reach: (page, school) => open(page, `${school}${course}`) },
  { name: 'checkout', who: 'visitor', reach: (page, school) => open(page, `${school}${course}/checkout`) },
  { name: 'library', who: 'student', reach: (page, school) => open(page, `${school}/learn`) },
  { name: 'player', who: 'student', reach: openPlayer },
  { name: 'dashboard', who: 'owner', reach: (page, school) => open(page, `${school}/studio`) },
  { name: 'orders', who: 'owner', reach: (page, school) => open(page, `${school}/studio/orders`) },
  { name: 'course-builder', who: 'owner', reach: openBuilder },
  { name: 'health', who: 'operator', reach: (page, home) => open(page, `${home}/operator?window=day`) },
  { name: 'inbox', who: 'operator', reach: (page, home) => open(page, `${home}/operator/inbox`) },
  { name: 'inbox-event', who: 'operator', reach: openFailedEvent },
  { name: 'jobs', who: 'operator', reach: (page, home) => open(page, `${home}/operator/jobs`) },
] satisfies Picture[]).filter(({ name }) => wants(name))

const dataDir = mkdtempSync(join(tmpdir(), 'coursecove-pictures-'))
const env = { ...process.env, PORT: String(await freePort()), STRIPE_EMULATOR_PORT: String(await freePort()), LOG_LEVEL: 'error' }
const installation = await startInstallation({ dataDir, env, mode: 'production', say: (step) => console.log(`→ ${step}`) })
const browserFound = await findBrowser()
const browser = await chromium.launch({ executablePath: browserFound.executablePath, args: browserFound.args })
try {
  mkdirSync(folder, { recursive: true })
  await fillInbox(loginUrl({ databaseUrl: findRunner(dataDir)?.databaseUrl ?? '', appSecret: ensureAppSecret(dataDir) }, 'system'))
  let made = 0
  for (const who of ['visitor', 'student', 'owner', 'operator'] as const) made += await takeAll(browser, who)
  if (wants('drift') || wants('reconcile')) made += await takeDrift(browser)
  console.log(`→ ${made} pictures in ${folder}/`)
} finally {
  await browser.close()
  await installation.stop()
  rmSync(dataDir, { recursive: true, force: true })
}

async function takeAll(from: Browser, who: Picture['who']): Promise<number> {
  const context = await from.newContext({ locale: 'en-GB', timezoneId: 'Europe/Lisbon', deviceScaleFactor: 1 })
  const school = readDemo(dataDir)?.schools.find(({ slug }) => slug === 'melody')?.url ?? ''
  const place = who === 'operator' ? installation.url : school
  if (who !== 'visitor') await signIn(context, who)
  let made = 0
  for (const picture of pictures.filter((one) => one.who === who)) made += await take(context, picture, place)
  await context.close()
  return made
}

/** Takes a picture on a phone and on a desk, by day and by night. */
async function take(context: BrowserContext, picture: Picture, place: string): Promise<number> {
  for (const width of widths) {
    for (const theme of themes) {
      const page = await context.newPage()
      await page.setViewportSize({ width, height: width === 375 ? 812 : 900 })
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      await picture.reach(page, place)
      await page.screenshot({ path: join(folder, `${picture.name}-${width}-${theme}.png`), fullPage: isWhole(picture, width) })
      await page.close()
    }
  }
  return widths.length * themes.length
}

/** What differs between Clerk and here, compared by an operator's press. */
async function takeDrift(from: Browser): Promise<number> {
  const differing = await startWithDrift((step) => console.log(`→ ${step}`))
  const context = await from.newContext({ locale: 'en-GB', timezoneId: 'Europe/Lisbon', deviceScaleFactor: 1 })
  try {
    await context.addCookies(await differing.operatorCookies(from))
    const page = await context.newPage()
    await open(page, `${differing.url}/operator/reconcile`)
    await page.getByRole('button', { name: 'Compare only' }).click()
    await page.waitForURL(/\/operator\/reconcile\/[0-9a-f-]{36}/)
    const run = page.url()
    await page.getByText('Done', { exact: true }).first().waitFor({ timeout: 120_000 })
    await page.close()
    return (
      (await take(context, { name: 'drift', who: 'operator', reach: (one) => open(one, run) }, differing.url)) +
      (await take(context, { name: 'reconcile', who: 'operator', reach: (one, home) => open(one, `${home}/operator/reconcile`) }, differing.url))
    )
  } finally {
    await context.close()
    await differing.stop()
  }
}

/** What stays in its place while one scrolls, and lists of many rows, are shown as one window of them. */
function isWhole({ name, who }: Picture, width: number): boolean {
  if (name === 'player' || name === 'inbox') return false
  return width !== 375 || (who !== 'owner' && who !== 'operator')
}

async function signIn(context: BrowserContext, role: 'student' | 'owner' | 'operator'): Promise<void> {
  const demo = readDemo(dataDir)
  const login = role === 'operator' ? demo?.operator : demo?.logins.find((one) => one.slug === 'melody' && one.role === role)
  if (!login) throw new Error(`the demo has no ${role}`)
  const page = await context.newPage()
  await page.goto(`${installation.url}/sign-in`)
  await page.getByLabel('E-mail').fill(login.email)
  await page.getByLabel('Password').fill(login.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  await page.close()
}

async function open(page: Page, url: string): Promise<void> {
  const answer = await page.goto(url, { waitUntil: 'load' })
  if (!answer?.ok()) throw new Error(`${url} answered ${answer?.status()}`)
  await page.evaluate(() => document.fonts.ready)
}

async function openPlayer(page: Page, school: string): Promise<void> {
  await open(page, `${school}/learn`)
  await page.getByRole('link', { name: /^Continue|^Begin|^Start/ }).first().click()
  await page.waitForLoadState('load')
  await page.waitForTimeout(1500)
}

async function openBuilder(page: Page, school: string): Promise<void> {
  await open(page, `${school}/studio/courses`)
  await page.getByRole('link', { name: 'Piano from the first note' }).first().click()
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForTimeout(500)
}

async function openFailedEvent(page: Page, home: string): Promise<void> {
  await open(page, `${home}/operator/inbox?status=failed`)
  await page.getByRole('list', { name: 'Events' }).getByRole('link').first().click()
  await page.getByRole('button', { name: 'Try again now' }).waitFor()
}
