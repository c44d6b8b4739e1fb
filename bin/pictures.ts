import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { freePort } from '../src/platform/db/free-port.ts'
import { findBrowser } from '../tests/support/browser.ts'
import { readDemo } from './parts/seed-demo.ts'
import { startInstallation } from './parts/start-installation.ts'

// Makes docs/pictures/ from the demo: every page that people see most, on a phone and on a desk, by day and by night.
const folder = 'docs/pictures'
const widths = [375, 1440]
const themes = ['light', 'dark'] as const

/** A picture: its name, who looks, and how they get there. */
interface Picture {
  name: string
  who: 'visitor' | 'student' | 'owner'
  reach(page: Page, school: string): Promise<void>
}

const course = '/courses/piano-from-the-first-note'
const pictures: Picture[] = [
  { name: 'storefront', who: 'visitor', reach: (page, school) => open(page, school) },
  { name: 'course', who: 'visitor', reach: (page, school) => open(page, `${school}${course}`) },
  { name: 'checkout', who: 'visitor', reach: (page, school) => open(page, `${school}${course}/checkout`) },
  { name: 'library', who: 'student', reach: (page, school) => open(page, `${school}/learn`) },
  { name: 'player', who: 'student', reach: openPlayer },
  { name: 'dashboard', who: 'owner', reach: (page, school) => open(page, `${school}/studio`) },
  { name: 'orders', who: 'owner', reach: (page, school) => open(page, `${school}/studio/orders`) },
  { name: 'course-builder', who: 'owner', reach: openBuilder },
]

const dataDir = mkdtempSync(join(tmpdir(), 'coursecove-pictures-'))
const env = { ...process.env, PORT: String(await freePort()), STRIPE_EMULATOR_PORT: String(await freePort()), LOG_LEVEL: 'error' }
const installation = await startInstallation({ dataDir, env, mode: 'production', say: (step) => console.log(`→ ${step}`) })
const browserFound = await findBrowser()
const browser = await chromium.launch({ executablePath: browserFound.executablePath, args: browserFound.args })
try {
  mkdirSync(folder, { recursive: true })
  let made = 0
  for (const who of ['visitor', 'student', 'owner'] as const) made += await takeAll(browser, who)
  console.log(`→ ${made} pictures in ${folder}/`)
} finally {
  await browser.close()
  await installation.stop()
  rmSync(dataDir, { recursive: true, force: true })
}

async function takeAll(from: Browser, who: Picture['who']): Promise<number> {
  const context = await from.newContext({ locale: 'en-GB', timezoneId: 'Europe/Lisbon', deviceScaleFactor: 1 })
  const school = readDemo(dataDir)?.schools.find(({ slug }) => slug === 'melody')?.url ?? ''
  if (who !== 'visitor') await signIn(context, who)
  let made = 0
  for (const picture of pictures.filter((one) => one.who === who)) {
    for (const width of widths) {
      for (const theme of themes) {
        const page = await context.newPage()
        await page.setViewportSize({ width, height: width === 375 ? 812 : 900 })
        await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
        await picture.reach(page, school)
        // What stays at the foot of a phone would stand in the middle of a picture of the whole page.
        await page.screenshot({ path: join(folder, `${picture.name}-${width}-${theme}.png`), fullPage: picture.name !== 'player' && !(width === 375 && who === 'owner') })
        await page.close()
        made += 1
      }
    }
  }
  await context.close()
  return made
}

async function signIn(context: BrowserContext, role: 'student' | 'owner'): Promise<void> {
  const login = readDemo(dataDir)?.logins.find((one) => one.slug === 'melody' && one.role === role)
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
