import { afterEach, describe, expect, it } from 'vitest'
import { useTestDatabase } from '../../../tests/support/test-database.ts'
import { asSystem } from '../db/as-system.ts'
import { openEventStream } from './event-stream.ts'
import { openLiveLine, type LiveLine } from './live-line.ts'
import { publishLive, topicKey } from './publish-live.queries.ts'

const database = useTestDatabase()
const organizationId = '0198c0de-0000-7000-8000-000000000001'
const orders = { organizationId, name: 'orders' }
let line: LiveLine | null = null
afterEach(async () => {
  await line?.close()
  line = null
})

/** Opens a stream and reads what it says, one word after the other. */
function listen(topics: { organizationId: string; name: string; userId?: string }[], mayStillHear = async () => true) {
  line ??= openLiveLine(database().source)
  let ended = 0
  const response = openEventStream({ line, keys: new Set(topics.map(topicKey)), mayStillHear, onEnd: () => (ended += 1) })
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let heard = ''
  let reading: Promise<{ done: boolean; value?: string }> | undefined
  const next = () => (reading ??= reader?.read())
  /** Whether nothing comes for a while. */
  const isQuiet = async () => (await Promise.race([next()?.then(() => 'a word'), new Promise((done) => setTimeout(done, 200, 'quiet'))])) === 'quiet'
  const until = async (word: string): Promise<void> => {
    while (!heard.includes(`data: ${word}\n\n`)) {
      const came = await next()
      reading = undefined
      if (!came || came.done) throw new Error(`the stream ended before it said ${word}: ${heard}`)
      heard += came.value ?? ''
    }
    heard = heard.replace(`data: ${word}\n\n`, '')
  }
  return { response, until, isQuiet, rest: () => heard, leave: () => reader?.cancel(), ended: () => ended }
}

const speak = (topic: { organizationId: string; name: string; userId?: string }) => asSystem(database().pools.system, ({ tx }) => publishLive(tx, topic))

describe('a stream', () => {
  it('says when a topic spoke, how to come back, and that it is not to be kept', async () => {
    const stream = listen([orders])
    await stream.until('open')
    await speak(orders)
    await stream.until('changed')
    expect(stream.rest()).toContain('retry: 1000')
    expect(stream.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    expect(stream.response.headers.get('cache-control')).toBe('no-store')
    await stream.leave()
  })

  it('says nothing of other topics, other schools or other people', async () => {
    const stream = listen([{ organizationId, name: 'library', userId: 'mei' }])
    await stream.until('open')
    await speak(orders)
    await speak({ organizationId, name: 'library', userId: 'kevin' })
    await speak({ organizationId: organizationId.replace(/1$/, '2'), name: 'library', userId: 'mei' })
    expect(await stream.isQuiet()).toBe(true)
    await speak({ organizationId, name: 'library', userId: 'mei' })
    await stream.until('changed')
    await stream.leave()
  })

  it('hears a word only when its transaction commits', async () => {
    const stream = listen([orders])
    await stream.until('open')
    await expect(asSystem(database().pools.system, async ({ tx }) => {
      await publishLive(tx, orders)
      throw new Error('never happened')
    })).rejects.toThrow('never happened')
    expect(await stream.isQuiet()).toBe(true)
    await stream.leave()
  })

  it('is told to look anew when the line was cut, and hears again afterwards', async () => {
    const streams = [listen([orders]), listen([orders])]
    for (const stream of streams) await stream.until('open')
    const cut = await database().superuser.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'coursecove-live' and datname = current_database()`)
    expect(cut.rowCount).toBe(1)
    for (const stream of streams) await stream.until('refresh')
    await speak(orders)
    for (const stream of streams) await stream.until('changed')
    for (const stream of streams) await stream.leave()
  })

  it('lets go of everything when its reader leaves', async () => {
    const stream = listen([orders])
    await stream.until('open')
    await stream.leave()
    expect(stream.ended()).toBe(1)
  })
})
