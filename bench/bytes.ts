import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium, type Browser, type BrowserContext, type Page, type Response } from 'playwright-core'
import { readDemo, type Demo } from '../bin/parts/seed-demo.ts'
import { startInstallation } from '../bin/parts/start-installation.ts'
import { freePort } from '../src/platform/db/free-port.ts'
import { findBrowser } from '../tests/support/browser.ts'
import { atMost, type Benchmark, type Figure } from './figures.ts'

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>

const school = 'melody'
const pages = [
  { name: 'storefront', path: '/', as: null, limitKilobytes: 35 },
  { name: 'course', path: '/courses/piano-from-the-first-note', as: null, limitKilobytes: 35 },
  { name: 'player', path: '/learn/piano-from-the-first-note', as: 'student', limitKilobytes: 160 },
  { name: 'studio', path: '/studio', as: 'owner', limitKilobytes: 250 },
]

/** How much script a browser fetches for a page that it never saw before, compressed. */
export const benchmark: Benchmark = {
  name: 'bytes',
  async measure(say) {
    const dataDir = mkdtempSync(join(tmpdir(), 'coursecove-bytes-'))
    const env = { ...process.env, PORT: String(await freePort()), STRIPE_EMULATOR_PORT: String(await freePort()), LOG_LEVEL: 'error' }
    const installation = await startInstallation({ dataDir, env, mode: 'production', say })
    const browser = await chromium.launch({ ...(await findBrowser()), headless: true })
    try {
      const demo = readDemo(dataDir)
      if (!demo) throw new Error('the installation made no demo')
      return await weighPages(browser, installation.url, demo, say)
    } finally {
      await browser.close()
      await installation.stop()
      rmSync(dataDir, { recursive: true, force: true })
    }
  },
}

async function weighPages(browser: Browser, home: string, demo: Demo, say: (line: string) => void): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const { name, path, as, limitKilobytes } of pages) {
    const url = `${home.replace('://', `://${school}.`)}${path}`
    const cookies = as ? await signInWhoMayOpen(browser, home, url, demo.logins.filter((one) => one.slug === school && one.role === as)) : []
    // A new browser context with nothing in it but the session: what was fetched before is fetched again.
    const context = await browser.newContext()
    await context.addCookies(cookies)
    const { files, bytes, way } = await weighScript(await context.newPage(), url)
    await context.close()
    say(`${path}: ${(bytes / 1000).toFixed(1)} kB of script in ${files} files (${way})`)
    figures.push(atMost(`script of the ${name} page`, bytes / 1000, limitKilobytes, 'kB'))
  }
  return figures
}

/** Not every student of the demo learns every course: signs in one after the other until the page opens. */
async function signInWhoMayOpen(browser: Browser, home: string, url: string, logins: Demo['logins']): Promise<Cookies> {
  const answers: string[] = []
  for (const login of logins) {
    const context = await browser.newContext()
    const page = await context.newPage()
    await signIn(page, home, url, login)
    const fault = whyNotThere(await page.goto(url, { waitUntil: 'commit' }), url)
    const cookies = await context.cookies()
    await context.close()
    if (!fault) return cookies
    answers.push(`${login.email}: ${fault}`)
  }
  throw new Error(`${url} opened for nobody (${answers.join(', ') || 'the demo has no such people'})`)
}

/** Signs in by the form. */
async function signIn(page: Page, home: string, url: string, login: { email: string; password: string }): Promise<void> {
  await page.goto(`${home}/sign-in?next=${encodeURIComponent(new URL('/courses', url).href)}`)
  await page.getByLabel('E-mail').first().fill(login.email)
  await page.getByLabel('Password', { exact: true }).fill(login.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL(`${new URL(url).origin}/**`)
}

interface Weight { files: number; bytes: number; way: string }

/** Loads a page and adds up its scripts as they came over the wire, and those in the page itself. */
async function weighScript(page: Page, url: string): Promise<Weight> {
  const scripts: Response[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response)
  })
  const fault = whyNotThere(await page.goto(url, { waitUntil: 'load' }), url)
  if (fault) throw new Error(`${url}: ${fault}`)
  await untilQuiet(scripts)

  const inline = await page.evaluate(() => [...document.querySelectorAll('script:not([src])')].map((script) => script.textContent).join('\n'))
  const weighed = await Promise.all(scripts.map(weigh))
  const ways = [...new Set(weighed.map(({ way }) => way))]
  return {
    files: scripts.length,
    bytes: weighed.reduce((sum, { bytes }) => sum + bytes, inline ? gzipSync(inline, { level: 9 }).length : 0),
    way: [...ways, ...(inline ? ['and script in the page'] : [])].join(', ') || 'no script at all',
  }
}

/** A page may lead on to one below it, but not elsewhere: the page for signing in answers 200 too. */
function whyNotThere(answer: Response | null, url: string): string | null {
  if (!answer) return 'no answer'
  if (answer.status() !== 200) return `answered ${answer.status()}`
  return new URL(answer.url()).pathname.startsWith(new URL(url).pathname) ? null : `led to ${answer.url()}`
}

/** As it was sent where the server compressed it; else as it would be with gzip. */
async function weigh(script: Response): Promise<{ bytes: number; way: string }> {
  if (!script.ok()) throw new Error(`${script.url()} answered ${script.status()}`)
  const encoding = (await script.allHeaders())['content-encoding']
  if (encoding) return { bytes: (await script.request().sizes()).responseBodySize, way: `sent with ${encoding}` }
  return { bytes: gzipSync(await script.body(), { level: 9 }).length, way: 'sent as it is, weighed with gzip -9' }
}

/** A page goes on fetching after it is there: until no script came for a second. */
async function untilQuiet(scripts: Response[]): Promise<void> {
  for (let before = -1; before !== scripts.length; ) {
    before = scripts.length
    await new Promise((done) => setTimeout(done, 1000))
  }
}
