import { expect } from '@playwright/test'
import type { LivePage } from './live-page.ts'
import type { WatchReport } from './watch-reports.ts'

/** How soon the owner sees what happened, without touching the page. */
const soonMs = 2000

/** How far a lesson was on a page, and when that was first seen, in milliseconds since 1970. */
interface Sighting {
  percent: number
  at: number
}

/** Writes a figure of the journey into what the tests print. */
export function note(what: string, figure: string): void {
  console.log(`journey: ${what}: ${figure}`)
}

/**
 * All of it was seen within two seconds.
 *
 * @param since when it happened, in milliseconds since 1970
 * @param seen when each part of it was seen
 */
export function expectSoon(what: string, since: number, seen: readonly number[]): void {
  const tookMs = Math.max(...seen) - since
  note(what, tookMs < 0 ? 'seen already' : `${Math.round(tookMs)} ms`)
  expect(tookMs, `${what}, in milliseconds`).toBeLessThanOrEqual(soonMs)
}

/** When each page shows the buyer's order, and where its money goes. */
export async function watchForOrder(pages: readonly LivePage[], order: { email: string; split: string }): Promise<number[]> {
  return Promise.all(pages.flatMap((live) => [live.whenSeen({ selector: '#main a', words: order.email }), live.whenSeen({ selector: '#main [role=img]', words: order.split })]))
}

/** When a page first showed each new percentage of a lesson, until it shows the last one. */
export async function seePercents(live: LivePage, lesson: string, last: number): Promise<Sighting[]> {
  const seen: Sighting[] = []
  for (let above = -1; above < last; above = seen.at(-1)?.percent ?? last) seen.push(await live.whenProgress(lesson, above))
  return seen
}

/** Each tenth of a lesson that a report added was seen soon after the report left the player. */
export function expectTenthsSoon(reports: readonly WatchReport[], seen: readonly Sighting[]): void {
  let tenths = 0
  for (const { sentAt, watchedShare } of reports) {
    if (Math.floor(watchedShare * 10) <= tenths) continue
    tenths = Math.floor(watchedShare * 10)
    const sighting = seen.find(({ percent }) => percent >= tenths * 10)
    expectSoon(`${tenths * 10} % of the film, after its report`, sentAt, [sighting?.at ?? Infinity])
  }
  // The fourth may be told by the report that leaves with its page.
  expect(tenths, 'tenths of the film that were told').toBeGreaterThanOrEqual(3)
}

/** The page stood still, and how often it heard and read meanwhile. */
export function expectStill(what: string, live: LivePage): void {
  const { words, readings } = live.expectStill()
  note(what, `${words} words, ${readings} readings, nothing else`)
}
