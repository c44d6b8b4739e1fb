import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { OperatedInstallation } from '../../tests/support/operated-installation.ts'
import { missingAddress, ownerAddress, schoolSlug, startWithDrift } from './plant-drift.ts'
import { browserSettings, open, pageAt, takePictures, type Album, type Picture } from './take-picture.ts'

const [work, aside] = [{ isWork: true }, { isWork: true, isAside: true }]
/** An id as Clerk gives them, of nobody. */
const nobody = 'user_2qYd7VtXn4KpZr0bQwHs9LmEcTa'

const atDoor: Picture[] = [
  { name: 'sign-in-clerk', reach: (page, home) => openDoor(page, `${home}/sign-in`) },
  { name: 'sign-up-clerk', reach: (page, home) => openDoor(page, `${home}/sign-up`) },
]
const atSchool = [pageAt('people-clerk', '/studio/people', work), pageAt('settings-clerk', '/studio/settings', work)]
const ofWalks = [pageAt('reconcile', '/operator/reconcile', work), pageAt('reconcile-start', '/operator/reconcile/start', work)]
const ofMissing: Picture[] = [
  pageAt('ask-clerk', `/operator/inbox?${new URLSearchParams({ text: missingAddress })}`, work),
  { name: 'ask-clerk-unknown', ...aside, reach: askForNobody },
]
/** What is there only after a press: the press comes first, and gives the address. */
const afterPress = [
  { name: 'drift', look: work, press: compare },
  { name: 'ask-clerk-brought', look: aside, press: bring },
  { name: 'inbox-event-replayed', look: work, press: replay },
] as const

/** Pictures of an installation whose people are Clerk's, and which has missed some of its events. @returns how many */
export async function takeClerkPictures(browser: Browser, album: Album): Promise<number> {
  const wantsPress = ({ name, look }: (typeof afterPress)[number]) => album.wants({ name, ...look })
  if (![...atDoor, ...atSchool, ...ofWalks, ...ofMissing].some(album.wants) && !afterPress.some(wantsPress)) return 0

  const differing = await startWithDrift((step) => console.log(`→ ${step}`))
  try {
    const { url } = differing
    let made = await takePictures(await browser.newContext(browserSettings), atDoor, url, album)
    const owner = await arrive(browser, await differing.cookiesOf(browser, ownerAddress))
    made += await takePictures(owner, atSchool, url.replace('://', `://${schoolSlug}.`), album)
    const operator = await arrive(browser, await differing.operatorCookies(browser))
    for (const one of afterPress) {
      // What the other pages show is what the comparison found, so it is made in any case.
      const address = one.name === 'drift' || wantsPress(one) ? await one.press(operator, differing) : ''
      made += await takePictures(operator, [pageAt(one.name, address, one.look)], '', album)
      if (one.name === 'drift') made += await takePictures(operator, [...ofWalks, ...ofMissing], url, album)
    }
    return made
  } finally {
    await differing.stop()
  }
}

async function arrive(browser: Browser, cookies: Awaited<ReturnType<BrowserContext['cookies']>>): Promise<BrowserContext> {
  const context = await browser.newContext(browserSettings)
  await context.addCookies(cookies)
  return context
}

/** Clerk's component writes itself into the page once its script is there. */
async function openDoor(page: Page, address: string): Promise<void> {
  await open(page, address)
  await page.getByLabel('Email address').waitFor()
}

/** The differences, compared by an operator's press. @returns the address of the walk */
async function compare(context: BrowserContext, { url: home }: OperatedInstallation): Promise<string> {
  const page = await context.newPage()
  await open(page, `${home}/operator/reconcile`)
  await page.getByRole('button', { name: 'Compare only' }).click()
  await page.waitForURL(/\/operator\/reconcile\/[0-9a-f-]{36}/)
  await page.getByText('Done', { exact: true }).first().waitFor({ timeout: 120_000 })
  const address = page.url()
  await page.close()
  return address
}

async function askForNobody(page: Page, home: string): Promise<void> {
  await open(page, `${home}/operator/inbox?${new URLSearchParams({ text: nobody })}`)
  await page.getByRole('button', { name: 'Ask Clerk for this person' }).click()
  await page.getByText('Clerk does not know this person either').waitFor()
}

/** Asks Clerk for the one whose event never came. @returns the address that the press leads to */
async function bring(context: BrowserContext, { url: home }: OperatedInstallation): Promise<string> {
  const page = await context.newPage()
  await open(page, `${home}/operator/inbox?${new URLSearchParams({ text: missingAddress })}`)
  await page.getByRole('button', { name: 'Ask Clerk for this person' }).click()
  await page.getByText('This person is here').waitFor()
  const address = page.url()
  await page.close()
  return address
}

/** Somebody's event was given up, its cause was mended, and an operator tries it again. @returns the address of the event */
async function replay(context: BrowserContext, { asOwner, asSystem, sdk, url }: OperatedInstallation): Promise<string> {
  const email = 'carla.nunes@harbour.example'
  await asOwner(`create function no_room() returns trigger language plpgsql as $$ begin raise exception 'no room'; end $$;
    create trigger no_room before insert on users for each row when (new.email = '${email}') execute function no_room()`)
  const { id } = await sdk.users.createUser({ firstName: 'Carla', lastName: 'Nunes', emailAddress: [email] })
  const find = () => asSystem(`select id, attempts from webhook_events where payload ->> 'id' = $1`, [id])
  while (Number((await find())[0]?.attempts ?? 0) === 0) await new Promise((resolve) => setTimeout(resolve, 200))
  const error = 'DatabaseUnavailable: the connection ended while the event was applied'
  await asSystem(`update webhook_events set status = 'failed', attempts = 15, next_attempt_at = null, error = $2, created_at = created_at - interval '21 hours', occurred_at = occurred_at - interval '21 hours' where payload ->> 'id' = $1`, [id, error])
  await asOwner('drop trigger no_room on users; drop function no_room()')

  const page = await context.newPage()
  await open(page, `${url}/operator/inbox/${String((await find())[0]?.id)}`)
  await page.getByRole('button', { name: 'Try again now' }).click()
  await page.getByText('This person is here').waitFor({ timeout: 30_000 })
  const address = page.url()
  await page.close()
  return address
}
