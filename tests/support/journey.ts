import AxeBuilder from '@axe-core/playwright'
import { expect, test as base, type BrowserContext, type Page } from '@playwright/test'

/** A person with a browser of their own. */
export interface Person {
  page: Page
  context: BrowserContext
}

/** What every journey has: the installation's address, people, and eyes for what goes wrong silently. */
export interface JourneyFixtures {
  forgiven: RegExp[]
  /** The address of the installation, e.g. `http://coursecove.localhost:4242`. */
  home: string
  /** The same for a school. */
  schoolUrl(slug: string): string
  /** A new person with an empty browser. Console errors and page faults of any of them fail the test. */
  person(name: string, options?: { width?: number }): Promise<Person>
  /** Names a complaint of the browser that belongs to the story, such as the 404 of an access that has ended. */
  forgive(complaint: RegExp): void
  /** Checks accessibility of the page as it is now, and that it is no wider than its window. */
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
  person: async ({ browser, forgiven }, use) => {
    const complaints: string[] = []
    const contexts: BrowserContext[] = []
    await use(async (name, options = {}) => {
      const context = await browser.newContext({ viewport: { width: options.width ?? 1440, height: 900 } })
      const page = await context.newPage()
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(`${name} at ${page.url()}: ${message.text()}`)
      })
      page.on('pageerror', (fault) => complaints.push(`${name} at ${page.url()}: ${fault.message}`))
      contexts.push(context)
      return { page, context }
    })
    for (const context of contexts) await context.close()
    expect(complaints.filter((text) => !forgiven.some((known) => known.test(text))), 'console errors and warnings').toEqual([])
  },
  checkAccess: async ({}, use) => {
    await use(async (page, what) => {
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), `how much ${what} is too wide`).toBeLessThanOrEqual(0)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`), `axe on ${what}`).toEqual([])
    })
  },
  mailLinks: async ({ home, browser }, use) => {
    await use(async (to, subject) => {
      const context = await browser.newContext()
      const page = await context.newPage()
      const deadline = Date.now() + 20_000
      for (;;) {
        await page.goto(`${home}/mailbox`)
        const row = page.getByRole('listitem').filter({ hasText: to }).getByRole('link', { name: subject }).first()
        if (await row.count()) {
          await row.click()
          break
        }
        if (Date.now() > deadline) throw new Error(`no mail ${subject} to ${to} arrived`)
        await page.waitForTimeout(300)
      }
      const links = await page.frameLocator('iframe').locator('a').evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href))
      await context.close()
      return links
    })
  },
})

export { expect }
