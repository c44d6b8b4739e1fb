import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { freePort } from '../../src/platform/db/free-port.ts'
import { loginUrl } from '../../src/platform/db/logins.ts'
import { ensureAppSecret } from './app-secret.ts'
import { fillInbox } from './fill-inbox.ts'
import { findRunner } from './run-lock.ts'
import { readDemo, type Demo } from './seed-demo.ts'
import { startInstallation } from './start-installation.ts'
import { browserSettings, open, pageAt, takePictures, type Album, type Picture } from './take-picture.ts'

/** What the emulator could not deliver while the demo was made does not come in between two pictures. */
const theDaySeconds = '86400'
const course = '/courses/piano-from-the-first-note'
const [work, workWindow, aside] = [{ isWork: true }, { isWork: true, isWindow: true }, { isWork: true, isAside: true }]

/** A first page of each kind of school besides Melody's, by its slug in the demo. */
const kinds = { 'heron-house': 'yoga-studio', carrel: 'tutoring-centre', 'second-desk': 'coaching-marketplace', 'night-bus': 'creator-academy' }

/** Who looks, and at what. A teacher was given credits before. */
const pictures = {
  visitor: [pageAt('storefront', ''), pageAt('course', course), pageAt('checkout', `${course}/checkout`), pageAt('coupon-at-checkout', `${course}/checkout?coupon=welcome15`)],
  student: [pageAt('library', '/learn'), { name: 'player', isWindow: true, reach: openPlayer }],
  owner: [pageAt('dashboard', '/studio', work), pageAt('orders', '/studio/orders', work), pageAt('coupons', '/studio/coupons', work), { name: 'course-builder', ...work, reach: openBuilder }],
  instructor: [{ name: 'credits', ...work, reach: openCredits }],
  operator: [
    pageAt('health', '/operator?window=day', work),
    pageAt('inbox', '/operator/inbox', workWindow),
    pageAt('inbox-filtered', '/operator/inbox?status=waiting&provider=clerk&type=organizationMembership.created', aside),
    pageAt('inbox-empty', '/operator/inbox?text=nuno%40nowhere.example', aside),
    { name: 'inbox-event', ...work, reach: (page, home) => openEvent(page, `${home}/operator/inbox?status=failed`) },
    { name: 'inbox-event-waiting', ...work, reach: (page, home) => openEvent(page, `${home}/operator/inbox?status=waiting`) },
    { name: 'inbox-event-completed', ...aside, reach: (page, home) => openEvent(page, `${home}/operator/inbox?status=completed&provider=stripe`) },
    pageAt('inbox-replay', '/operator/inbox/replay?all=yes', work),
    pageAt('jobs', '/operator/jobs', work),
    pageAt('jobs-none', '/operator/jobs?state=running', aside),
    pageAt('reconcile-builtin', '/operator/reconcile', aside),
  ],
} satisfies Record<string, Picture[]>
type Who = keyof typeof pictures

/** Pictures of the demo, whose people sign in by the built-in accounts. @returns how many */
export async function takeDemoPictures(browser: Browser, album: Album): Promise<number> {
  const wanted = (Object.keys(pictures) as Who[]).filter((who) => pictures[who].some((picture) => album.wants(picture)))
  if (wanted.length === 0 && !Object.values(kinds).some((name) => album.wants({ name }))) return 0

  const dataDir = mkdtempSync(join(tmpdir(), 'coursecove-pictures-'))
  const env = { ...process.env, PORT: String(await freePort()), STRIPE_EMULATOR_PORT: String(await freePort()), LOG_LEVEL: 'error', STRIPE_EMULATOR_RETRY_SECONDS: theDaySeconds }
  const installation = await startInstallation({ dataDir, env, mode: 'production', say: (step) => console.log(`→ ${step}`) })
  try {
    const demo = readDemo(dataDir)
    if (!demo) throw new Error('no demo was made')
    await fillInbox(loginUrl({ databaseUrl: findRunner(dataDir)?.databaseUrl ?? '', appSecret: ensureAppSecret(dataDir) }, 'system'))
    const school = demo.schools.find(({ slug }) => slug === 'melody')?.url ?? ''
    if (wanted.includes('instructor')) await giveCredits(browser, { demo, home: installation.url, school })

    let made = 0
    for (const who of wanted) {
      const context = await browser.newContext(browserSettings)
      if (who !== 'visitor') await signIn(context, installation.url, loginOf(demo, who))
      made += await takePictures(context, pictures[who], who === 'operator' ? installation.url : school, album)
      await context.close()
    }
    return made + (await takeKinds(browser, demo, album))
  } finally {
    await installation.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** The first pages of the other kinds of school, for visitors. */
async function takeKinds(browser: Browser, demo: Demo, album: Album): Promise<number> {
  const context = await browser.newContext(browserSettings)
  let made = 0
  for (const { slug, url } of demo.schools) if (Object.hasOwn(kinds, slug)) made += await takePictures(context, [pageAt(kinds[slug as keyof typeof kinds], '')], url, album)
  await context.close()
  return made
}

function loginOf(demo: Demo, who: Exclude<Who, 'visitor'>): { email: string; password: string } {
  const login = who === 'operator' ? demo.operator : demo.logins.find(({ slug, role }) => slug === 'melody' && role === who)
  if (!login) throw new Error(`the demo has no ${who}`)
  return login
}

async function signIn(context: BrowserContext, home: string, { email, password }: { email: string; password: string }): Promise<void> {
  const page = await context.newPage()
  await page.goto(`${home}/sign-in`)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  await page.close()
}

/** The owner thanks a teacher, twice. */
async function giveCredits(browser: Browser, { demo, home, school }: { demo: Demo; home: string; school: string }): Promise<void> {
  const context = await browser.newContext(browserSettings)
  await signIn(context, home, loginOf(demo, 'owner'))
  const page = await context.newPage()
  for (const [amount, reason] of [['20', 'Thank you for the concert in the harbour hall'], ['5', 'For standing in on Thursday']] as const) {
    await page.goto(`${school}/studio/people`)
    await page.getByRole('listitem').filter({ hasText: loginOf(demo, 'instructor').email }).getByRole('link').click()
    await page.getByRole('link', { name: /credits/i }).click()
    await page.getByLabel('How many').fill(amount)
    await page.getByLabel('Why', { exact: true }).fill(reason)
    await page.getByRole('button', { name: 'Give credits' }).click()
    await page.getByText('The credits are given').waitFor()
  }
  await context.close()
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

async function openCredits(page: Page, school: string): Promise<void> {
  await open(page, `${school}/studio`)
  await page.locator('summary', { hasText: '25 credits' }).click()
}

/** The first event of a list. */
async function openEvent(page: Page, list: string): Promise<void> {
  await open(page, list)
  await page.getByRole('list', { name: 'Events' }).getByRole('link').first().click()
  await page.getByText('What happened').waitFor()
}
