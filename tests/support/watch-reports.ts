import type { Page } from '@playwright/test'

/** What a player told the school, and what the school made of it. */
export interface WatchReport {
  /** When the browser sent it, in milliseconds since 1970. */
  sentAt: number
  watchedShare: number
  isLessonComplete: boolean
}

/** Notes each report of a page's player from now on, as it is answered. */
export function noteReports(page: Page): WatchReport[] {
  const reports: WatchReport[] = []
  page.on('response', (response) => {
    if (!new URL(response.url()).pathname.endsWith('/watching') || !response.ok()) return
    const sentAt = response.request().timing().startTime
    response.json().then(({ watchedShare, isLessonComplete }) => reports.push({ sentAt, watchedShare, isLessonComplete }), () => {})
  })
  return reports
}

/** Where the film of a page stands, in seconds. */
export function secondOf(page: Page): Promise<number> {
  return page.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime)
}

/** Until the film of a page stands there, by playing in real time. */
export async function waitForSecond(page: Page, second: number): Promise<void> {
  await page.waitForFunction((wanted) => (document.querySelector('video')?.currentTime ?? 0) >= wanted, second, { polling: 'raf', timeout: 60_000 })
}
