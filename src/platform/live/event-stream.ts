import type { Follower, LiveLine } from './live-line.ts'

/** What a stream is made of. */
export interface StreamInput {
  line: LiveLine
  keys: Set<string>
  /** The word at which `mayStillHear` is asked at once: a session of this reader ended. */
  doubtKey?: string | undefined
  /** Asked every half minute, and in doubt; false closes the stream. A fault of the asking leaves it open until the next time. */
  mayStillHear(): Promise<boolean>
  /** Called once, when the stream ended, whoever ended it. */
  onEnd(): void
}

const heartbeatMs = 20_000
const recheckMs = 30_000
const gatherMs = 20
/** A reader that took nothing for so long is gone, or will look anew when it is back. */
const unreadMax = 100

/**
 * Server-sent events for one reader: `data: open` when it hears from now on, `data: changed` when one of its topics
 * spoke, `data: refresh` when words may have been missed. Each means: look anew. Words that come together go out as one.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export function openEventStream(input: StreamInput): Response {
  const encoder = new TextEncoder()
  let end: () => void = () => {}
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        end = beginStream(input, (text) => {
          if ((controller.desiredSize ?? 0) < -unreadMax) return false
          controller.enqueue(encoder.encode(text))
          return true
        }, () => controller.close())
      },
      cancel: () => end(),
    },
    { highWaterMark: 1 },
  )
  return new Response(body, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      // A proxy that gathers would hold each word back.
      'X-Accel-Buffering': 'no',
    },
  })
}

/** Returns what ends the stream when its reader is gone. */
function beginStream(input: StreamInput, write: (text: string) => boolean, close: () => void): () => void {
  let isOver = false
  let gathering: NodeJS.Timeout | undefined
  const send = (text: string) => {
    if (!isOver && !write(text)) end(true)
  }
  const follower: Follower = {
    keys: { has: (key) => key === input.doubtKey || input.keys.has(key) },
    hear: (key) => {
      if (key === input.doubtKey) {
        // The page looks anew, and is led to signing in. Nobody has to wait for the half minute.
        input.mayStillHear().then((may) => may || (send('data: refresh\n\n'), end(true)), () => {})
        return
      }
      gathering ??= setTimeout(() => {
        gathering = undefined
        send('data: changed\n\n')
      }, gatherMs)
    },
    refresh: () => send('data: refresh\n\n'),
  }
  const heartbeat = setInterval(() => send(': still here\n\n'), heartbeatMs)
  const recheck = setInterval(() => {
    input.mayStillHear().then((may) => may || end(true), () => {})
  }, recheckMs)

  function end(byUs: boolean): void {
    if (isOver) return
    isOver = true
    clearInterval(heartbeat)
    clearInterval(recheck)
    clearTimeout(gathering)
    input.line.unfollow(follower)
    input.onEnd()
    if (byUs) close()
  }

  send('retry: 1000\n\n')
  // From here on no word is missed; what was said before, the reader learns by looking anew.
  void input.line.follow(follower).then(() => send('data: open\n\n'))
  return () => end(false)
}
