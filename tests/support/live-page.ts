import { expect, type CDPSession, type Page } from '@playwright/test'

/** What an open page did of itself, in the order in which it did it. */
type Deed =
  | { kind: 'word'; word: string; /** Milliseconds since 1970, by the browser's clock. */ at: number }
  | { kind: 'reading'; address: string }
  | { kind: 'request'; address: string }
  | { kind: 'navigation'; address: string }

/** An element that people see: its visible text, or its label, holds the words. */
export interface Sight {
  selector: string
  words: string
}

/** A page that stays where it is and follows the live line. */
export interface LivePage {
  page: Page
  /** When an element that fits was first seen from now on, in milliseconds since 1970: asked with every frame, in the page. */
  whenSeen(sight: Sight): Promise<number>
  /** How far a lesson is on the page, as soon as that is more than `above` percent, and when it was first seen. */
  whenProgress(lesson: string, above: number): Promise<{ percent: number; at: number }>
  /** What the line said between two moments. */
  wordsBetween(since: number, until: number): string[]
  /** Waits until the line says it. */
  hears(word: string): Promise<void>
  /**
   * The page neither navigated nor asked of itself since it was opened: it read its data anew after a word, once a
   * word, and asked for nothing else.
   */
  expectStill(): { words: number; readings: number }
}

/**
 * Opens a page and waits until its line stands and it has looked anew, as it does once the line is open.
 *
 * @param address of a page that follows a topic
 */
export async function openLivePage(page: Page, address: string): Promise<LivePage> {
  const deeds: Deed[] = []
  const open = new Set<string>()
  const network = await page.context().newCDPSession(page)
  const words = () => deeds.filter((deed) => deed.kind === 'word')
  // What the page before still asks for is not this one's.
  await page.goto('about:blank')
  await noteDeeds(network, { deeds, open, page: new URL(address) })
  await page.goto(address)
  await expect(() => {
    const told = deeds.findIndex((deed) => deed.kind === 'word' && deed.word === 'open')
    expect(deeds.slice(told).map(({ kind }) => kind), 'the page follows the line, and looked anew').toContain('reading')
    expect([...open], 'readings under way').toEqual([])
  }).toPass({ timeout: 10_000 })
  deeds.length = 0
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) deeds.push({ kind: 'navigation', address: frame.url() })
  })

  return {
    page,
    async whenSeen(sight) {
      const seen = await page.waitForFunction(isSeen, sight, { polling: 'raf', timeout: 15_000 })
      return seen.jsonValue() as Promise<number>
    },
    async whenProgress(lesson, above) {
      const seen = await page.waitForFunction(readProgress, { lesson, above }, { polling: 'raf', timeout: 60_000 })
      return seen.jsonValue() as Promise<{ percent: number; at: number }>
    },
    wordsBetween: (since, until) => words().filter(({ at }) => since <= at && at <= until).map(({ word }) => word),
    hears: (word) => expect.poll(() => words().map((deed) => deed.word), { message: `the line says ${word}` }).toContain(word),
    expectStill() {
      expect(findUnrest(deeds), 'what the page did of itself').toEqual([])
      return { words: words().length, readings: deeds.filter(({ kind }) => kind === 'reading').length }
    },
  }
}

/** The line's words and the page's requests come by one channel, so their order is the browser's own. */
async function noteDeeds(network: CDPSession, to: { deeds: Deed[]; open: Set<string>; page: URL }): Promise<void> {
  // Words are stamped with seconds since the browser began; requests with that and with the time of day.
  let beganAt = 0
  network.on('Network.eventSourceMessageReceived', ({ data, timestamp }) => to.deeds.push({ kind: 'word', word: data, at: (beganAt + timestamp) * 1000 }))
  network.on('Network.requestWillBeSent', ({ requestId, request, timestamp, wallTime }) => {
    beganAt = wallTime - timestamp
    const url = new URL(request.url)
    const isReading = url.host === to.page.host && url.pathname === `${to.page.pathname}.data`
    if (isReading) to.open.add(requestId)
    to.deeds.push({ kind: isReading ? 'reading' : 'request', address: request.url })
  })
  for (const end of ['Network.loadingFinished', 'Network.loadingFailed'] as const) network.on(end, ({ requestId }) => void to.open.delete(requestId))
  await network.send('Network.enable')
}

/** Words that come while the page reads are answered by one more reading: so one is owed at most. */
function findUnrest(deeds: Deed[]): string[] {
  let isOwed = false
  return deeds.flatMap((deed) => {
    if (deed.kind === 'word') isOwed = true
    else if (deed.kind !== 'reading') return [`${deed.kind}: ${deed.address}`]
    else if (isOwed) isOwed = false
    else return [`a reading without a word: ${deed.address}`]
    return []
  })
}

/** Runs in the page. */
function isSeen({ selector, words }: Sight): number | false {
  const found = [...document.querySelectorAll(selector)].some(
    (element) => element.checkVisibility() && (element.textContent.includes(words) || (element.getAttribute('aria-label') ?? '').includes(words)),
  )
  return found && Date.now()
}

/** Runs in the page. */
function readProgress({ lesson, above }: { lesson: string; above: number }): { percent: number; at: number } | false {
  const bar = [...document.querySelectorAll('[role=progressbar]')].find((element) => element.getAttribute('aria-label')?.endsWith(`, ${lesson}`))
  const percent = Number(bar?.getAttribute('aria-valuenow') ?? -1)
  return percent > above && { percent, at: Date.now() }
}
