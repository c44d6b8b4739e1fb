import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'

const widths = [375, 1440]
/** A machine that has much else to do is no fault of a page's. */
const patienceMs = 180_000
const themes = ['light', 'dark'] as const

/** A picture: its name, and how one gets there. */
export interface Picture {
  name: string
  /** @param place the address of the school or of the installation */
  reach(page: Page, place: string): Promise<void>
  /** What is shown is one window of the page: what stands in its place while one scrolls, and lists of many rows. */
  isWindow?: boolean
  /** A working page is long on a phone: there it is one window of it too. */
  isWork?: boolean
  /** A state that is to be looked at and that no document shows: taken only when all are asked for. */
  isAside?: boolean
}

/** Where pictures go, which ones, and what was wrong on the way. */
export interface Album {
  folder: string
  /** Whether this picture is wanted. */
  wants(picture: Pick<Picture, 'name' | 'isAside'>): boolean
  /** Whether each page is shown from its head to its foot. */
  isWhole: boolean
  /** What the browser complained of while pictures were taken; a page that complains is not finished. */
  complaints: Set<string>
}

/** How everybody's browser is set, so that two makings are alike. */
export const browserSettings = { locale: 'en-GB', timezoneId: 'Europe/Lisbon', deviceScaleFactor: 1 }

/**
 * Takes those pictures that are wanted, each on a phone and on a desk, by day and by night.
 *
 * @returns how many
 */
export async function takePictures(context: BrowserContext, pictures: readonly Picture[], place: string, album: Album): Promise<number> {
  let made = 0
  for (const picture of pictures) if (album.wants(picture)) made += await take(context, picture, place, album)
  return made
}

async function take(context: BrowserContext, picture: Picture, place: string, album: Album): Promise<number> {
  for (const width of widths) {
    for (const theme of themes) {
      const page = await context.newPage()
      page.setDefaultTimeout(patienceMs)
      listen(page, picture.name, album.complaints)
      await page.setViewportSize({ width, height: width === 375 ? 812 : 900 })
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      await picture.reach(page, place)
      const isWindow = !album.isWhole && (picture.isWindow === true || (picture.isWork === true && width === 375))
      await page.screenshot({ path: join(album.folder, `${picture.name}-${width}-${theme}.png`), fullPage: !isWindow })
      await page.close()
    }
  }
  return widths.length * themes.length
}

function listen(page: Page, name: string, complaints: Set<string>): void {
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.add(`${name}: ${response.status()} ${response.url()}`)
  })
  page.on('pageerror', (fault) => complaints.add(`${name}: ${fault.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.add(`${name}: ${message.text()} ${message.location().url}`)
  })
}

/** Opens a page and waits for its letters. @throws Error when it answers with a fault */
export async function open(page: Page, url: string): Promise<void> {
  const answer = await page.goto(url, { waitUntil: 'load' })
  if (!answer?.ok()) throw new Error(`${url} answered ${answer?.status()}`)
  await page.evaluate(() => document.fonts.ready)
}

/** A picture of a page that has an address. @param path what comes after the place */
export function pageAt(name: string, path: string, look: Pick<Picture, 'isWindow' | 'isWork' | 'isAside'> = {}): Picture {
  return { name, ...look, reach: (page, place) => open(page, `${place}${path}`) }
}
