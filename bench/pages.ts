import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import lighthouse from 'lighthouse'
import { chromium, type Browser } from 'playwright-core'
import { startInstallation } from '../bin/parts/start-installation.ts'
import { readDemo } from '../bin/parts/seed-demo.ts'
import { freePort } from '../src/platform/db/free-port.ts'
import { findBrowser } from '../tests/support/browser.ts'
import { atLeast, atMost, median, type Benchmark, type Figure } from './figures.ts'

const rounds = 3
const categories = ['performance', 'accessibility', 'best-practices', 'seo']

/** What Lighthouse says of each kind of public page, on its phone: a slow processor and a slow line, both simulated. */
export const benchmark: Benchmark = {
  name: 'pages',
  async measure(say) {
    const dataDir = mkdtempSync(join(tmpdir(), 'coursecove-pages-'))
    const env = { ...process.env, PORT: String(await freePort()), STRIPE_EMULATOR_PORT: String(await freePort()), LOG_LEVEL: 'error' }
    const installation = await startInstallation({ dataDir, env, mode: 'production', say })
    const debugPort = await freePort()
    const { executablePath, args } = await findBrowser()
    const browser = await chromium.launch({ executablePath, args: [...args, `--remote-debugging-port=${debugPort}`] })
    try {
      const addressOf = (wanted: string) => readDemo(dataDir)?.schools.find(({ slug }) => slug === wanted)?.url ?? ''
      const figures: Figure[] = []
      for (const [name, url] of await publicPages(browser, { home: installation.url, school: addressOf('melody'), store: addressOf('night-bus') })) figures.push(...(await judge(name, url, debugPort, say)))
      return figures
    } finally {
      await browser.close()
      await installation.stop()
      rmSync(dataDir, { recursive: true, force: true })
    }
  },
}

/** One of each kind. A checkout and a payment are for one visitor, and search engines are told to leave them. */
async function publicPages(browser: Browser, { home, school, store }: { home: string; school: string; store: string }): Promise<[name: string, url: string][]> {
  const course = `${school}/courses/piano-from-the-first-note`
  return [
    ['home', `${home}/`],
    ['sign in', `${home}/sign-in`],
    ['sign up', `${home}/sign-up`],
    ['first page', `${school}/`],
    ['courses', `${school}/courses`],
    ['course', course],
    ['free preview', await firstLink(browser, course, '/preview/')],
    ['products', `${store}/products`],
    ['product', await firstLink(browser, `${store}/products`, '/products/')],
  ]
}

/** Where the first link of a page goes whose address has this in it. */
async function firstLink(browser: Browser, url: string, part: string): Promise<string> {
  const page = await browser.newPage()
  await page.goto(url)
  const found = await page.locator(`a[href*="${part}"]`).first().evaluate((link) => (link as HTMLAnchorElement).href)
  await page.close()
  return found
}

interface Judgement { scores: number[]; paintMs: number; shift: number }

async function judge(name: string, url: string, port: number, say: (line: string) => void): Promise<Figure[]> {
  const found: Judgement[] = []
  for (let round = 0; round < rounds; round += 1) found.push(await once(url, port))
  const scores = categories.map((category, at) => Math.min(...found.map((one) => one.scores[at] ?? 0)) * 100)
  const paintMs = median(found.map((one) => one.paintMs))
  const shift = Math.max(...found.map((one) => one.shift))
  say(`${name}: ${categories.map((category, at) => `${category} ${scores[at]?.toFixed(0)}`).join(', ')}; largest paint ${paintMs.toFixed(0)} ms, shift ${shift.toFixed(3)}`)
  return [atLeast(`${name}: the least of four scores`, Math.min(...scores), 95, ''), atMost(`${name}: largest paint`, paintMs, 1200, 'ms'), atMost(`${name}: shift`, shift, 0.02, '')]
}

async function once(url: string, port: number): Promise<Judgement> {
  const run = await lighthouse(url, { port, output: 'json', logLevel: 'silent', onlyCategories: categories })
  if (!run || run.lhr.runtimeError) throw new Error(`${url} could not be judged: ${run?.lhr.runtimeError?.message ?? 'no answer'}`)

  const { lhr } = run
  const failed = Object.values(lhr.audits).filter(({ score }) => score !== null && score < 0.9)
  if (process.env.PAGES_WHY) for (const audit of failed) console.log(`    ${audit.id}: ${audit.score} ${audit.displayValue ?? ''}`)
  return {
    scores: categories.map((category) => lhr.categories[category]?.score ?? 0),
    paintMs: lhr.audits['largest-contentful-paint']?.numericValue ?? Infinity,
    shift: lhr.audits['cumulative-layout-shift']?.numericValue ?? Infinity,
  }
}
