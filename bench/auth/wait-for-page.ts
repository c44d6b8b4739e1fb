import { get } from 'node:http'

/** A page that somebody waits for. */
export interface Wanted {
  url: string
  /** The host that the page's school is known by. */
  host: string
  cookie: string
  /** What stands on it when it is the right one. */
  words: readonly string[]
}

const againMs = 100
const patienceMs = 60_000

/** Asks for a page at once, and again a moment after each answer, until it is there with all its words. */
export async function waitForPage(wanted: Wanted): Promise<void> {
  const until = Date.now() + patienceMs
  for (;;) {
    const { status, body } = await ask(wanted)
    if (status === 200 && wanted.words.every((word) => body.includes(word))) return
    if (Date.now() > until) throw new Error(`no page with ${wanted.words.join(' and ')} for a minute; the last answer was ${status}`)
    await new Promise((done) => setTimeout(done, againMs))
  }
}

/** Status 0: the line broke. */
function ask({ url, host, cookie }: Wanted): Promise<{ status: number; body: string }> {
  return new Promise((done) => {
    const asked = get(url, { headers: { host, cookie }, agent: false }, (answer) => {
      let body = ''
      answer.setEncoding('utf8').on('data', (text: string) => (body += text))
      answer.once('end', () => done({ status: answer.statusCode ?? 0, body }))
      answer.once('error', () => done({ status: 0, body: '' }))
    })
    asked.setTimeout(15_000, () => asked.destroy())
    asked.once('error', () => done({ status: 0, body: '' }))
  })
}
