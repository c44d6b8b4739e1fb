import AxeBuilder from '@axe-core/playwright'
import { expect, test as base, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { ExaminedPages, looks, type Look } from './examined-pages.ts'
import { pageKind } from './page-kinds.ts'

/** A person with a browser of their own. */
export interface Person {
  page: Page
  context: BrowserContext
}

/** How a person comes. */
export interface PersonOptions {
  width?: number
  /** In another program, that shares nothing with the first one. */
  isOtherBrowser?: boolean
}

/** What every journey has: the installation's address, people, and eyes for what goes wrong silently. */
export interface JourneyFixtures {
  forgiven: RegExp[]
  /** Which pages were visited and which examined; one that nobody examined fails the journey. */
  examined: ExaminedPages
  /** The address of the installation, e.g. `http://coursecove.localhost:4242`. */
  home: string
  /** The same for a school. */
  schoolUrl(slug: string): string
  /** A new person with an empty browser. Console errors and page faults of any of their pages fail the test. */
  person(name: string, options?: PersonOptions): Promise<Person>
  /** Names a complaint of the browser that belongs to the story from here on, such as the 404 of an access that has ended. */
  forgive(complaint: RegExp): void
  /** Checks accessibility of the page as it is now, light and dark, and that it is no wider than its window. */
  checkAccess(page: Page, what: string): Promise<void>
  /** Opens the newest mail to an address in the mailbox and gives the links in it. */
  mailLinks(to: string, subject: RegExp): Promise<string[]>
}

export const test = base.extend<JourneyFixtures>({
  home: async ({}, use) => {
    await use(process.env.COVE_JOURNEY_URL ?? '')
  },
  schoolUrl: async ({ home }, use) => {
    const url = new URL(home)
    await use((slug) => `${url.protocol}//${slug}.${url.host}`)
  },
  forgiven: async ({}, use) => {
    await use([])
  },
  forgive: async ({ forgiven }, use) => {
    await use((complaint) => void forgiven.push(complaint))
  },
  examined: async ({}, use) => {
    const examined = new ExaminedPages()
    await use(examined)
    expect(examined.gaps(), 'pages that were visited and not examined').toEqual([])
    if (examined.examinedCount > 0) console.log(`journey: examined by axe, light and dark: ${examined.examinedCount} kinds of pages`)
  },
  person: async ({ browser, playwright, launchOptions, forgiven, examined, home }, use) => {
    const complaints: string[] = []
    const contexts: BrowserContext[] = []
    const others: Browser[] = []
    const complain = (text: string) => {
      if (!forgiven.some((known) => known.test(text))) complaints.push(text)
    }
    await use(async (name, options = {}) => {
      const program = options.isOtherBrowser ? await playwright.chromium.launch(launchOptions) : browser
      if (program !== browser) others.push(program)
      const context = await program.newContext({ viewport: { width: options.width ?? 1440, height: 900 } })
      contexts.push(context)
      context.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') complain(`${name} at ${message.page()?.url()}: ${message.text()}`)
      })
      context.on('weberror', (fault) => complain(`${name} at ${fault.page()?.url()}: ${fault.error().message}`))
      context.on('page', (page) => {
        page.on('framenavigated', (frame) => {
          const kind = frame === page.mainFrame() ? pageKind(frame.url(), home) : null
          if (kind) examined.visit(kind, `${name} at ${frame.url()}`)
        })
      })
      return { page: await context.newPage(), context }
    })
    for (const context of contexts) await context.close()
    for (const other of others) await other.close()
    expect(complaints, 'console errors and warnings').toEqual([])
  },
  checkAccess: async ({ examined, home }, use) => {
    await use(async (page, what) => {
      // A page that is just being left has no document for a moment.
      await page.waitForLoadState('domcontentloaded')
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), `how much ${what} is too wide`).toBeLessThanOrEqual(0)
      const kind = pageKind(page.url(), home) ?? ''
      for (const look of looks) {
        await examine(page, what, look)
        examined.examine(kind, look)
      }
      for (const letter of await page.locator('iframe').evaluateAll((frames) => frames.map((frame) => (frame as HTMLIFrameElement).srcdoc).filter(Boolean))) await examineLetter(page, letter, what)
      await page.emulateMedia({ colorScheme: 'light' })
    })
  },
  mailLinks: async ({ home, person, checkAccess, forgive }, use) => {
    // No script of the mail's: Playwright's trace writes one into each frame, and the mail's frame lets none run.
    forgive(/^who reads the mailbox .*Blocked script execution in 'about:srcdoc'/)
    let reader: Person | null = null
    await use(async (to, subject) => {
      reader ??= await person('who reads the mailbox')
      const { page } = reader
      const row = page.getByRole('listitem').filter({ hasText: to }).getByRole('link', { name: subject }).first()
      await expect(async () => {
        await page.goto(`${home}/mailbox`)
        expect(await row.count(), `a mail ${subject} to ${to}`).toBe(1)
      }).toPass({ timeout: 20_000, intervals: [300] })
      await checkAccess(page, 'the mailbox')
      await row.click()
      await page.waitForURL('**/mailbox/*')
      await expect.poll(() => page.locator('iframe').evaluate(hiddenOf), { message: `what of the mail ${subject} its frame hides, or is too tall` }).toBeLessThan(2)
      await checkAccess(page, `the mail ${subject}`)
      return page.getByRole('list', { name: 'Links in this mail' }).getByRole('link').evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href))
    })
  },
})

/** By how many pixels a mail's frame is not as tall as the mail. */
function hiddenOf(frame: Element): number {
  const mail = (frame as HTMLIFrameElement).contentDocument?.body
  return mail ? Math.abs(mail.getBoundingClientRect().height - frame.clientHeight) : Number.POSITIVE_INFINITY
}

/** The looks of a page differ in colours alone, so the second one is asked only about these. */
const colourRules = ['color-contrast', 'link-in-text-block']

/** Asks axe about a page in one of its looks; what is in frames is asked about by itself. */
async function examine(page: Page, what: string, look: Look, except: string[] = []): Promise<void> {
  await page.emulateMedia({ colorScheme: look })
  await page.evaluate(comeToRest)
  // What is in order needs no list.
  const builder = new AxeBuilder({ page }).options({ resultTypes: ['violations'] })
  const axe = look === 'light' ? builder.disableRules(except) : builder.withRules(colourRules)
  // The usual way opens one more page at each look; the other one speaks to every frame, also where no script runs.
  const { violations } = await (page.frames().length > 1 ? axe.exclude('iframe') : axe.setLegacyMode()).analyze()
  expect(violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`), `axe on ${what}, ${look}`).toEqual([])
}

/** A mail lies in a frame in which no script runs, axe neither: so it is looked at by itself. */
async function examineLetter(page: Page, letter: string, what: string): Promise<void> {
  const table = await page.context().newPage()
  await table.setContent(letter)
  // Landmarks are a page's; in a mailbox the mail is a part of one.
  for (const look of looks) await examine(table, `the mail in ${what}`, look, ['landmark-one-main', 'region'])
  await table.close()
}

/** Runs in the page: colours that are still on their way are no page's colours. */
function comeToRest(): void {
  for (const one of document.getAnimations()) if (one.effect?.getComputedTiming().endTime !== Infinity) one.finish()
}

export { expect }
