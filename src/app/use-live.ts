import { useEffect, useEffectEvent, useRef } from 'react'
import { useLocation, useRevalidator } from 'react-router'

const pauseMsMin = 5000
const pauseMsMax = 60_000

/**
 * Keeps the page's data fresh: when one of the topics speaks, or the line was cut and stands again, the loaders run
 * anew. Words that come while they run are answered by one more run.
 *
 * The line opens after the page was rendered, so its first word, that it is open, asks anew too. A hidden tab gives its
 * line back: a browser opens only six to one host. A browser comes back by itself after a cut, but gives up for good
 * when a proxy answers in place of a server that just starts anew: then this tries again, with growing pauses.
 *
 * @param topics `orders`, `progress`, `library` or `checkout:<id>`
 * @example
 * useLive(['orders'])
 */
export function useLive(topics: string[]): void {
  const revalidator = useRevalidator()
  const isOwed = useRef(false)
  const ask = useEffectEvent(() => {
    isOwed.current = revalidator.state !== 'idle'
    if (!isOwed.current) void revalidator.revalidate()
  })
  useEffect(() => {
    if (revalidator.state === 'idle' && isOwed.current) ask()
  }, [revalidator.state])

  const base = /^\/s\/[^/]+/.exec(useLocation().pathname)?.[0] ?? ''
  const address = topics.length > 0 ? `${base}/api/live?topics=${encodeURIComponent([...topics].sort().join(','))}` : null
  useEffect(() => {
    if (!address) return undefined

    let line: EventSource | null = null
    let pauseMs = pauseMsMin
    let again: ReturnType<typeof setTimeout> | undefined
    const follow = () => {
      clearTimeout(again)
      if (document.visibilityState === 'hidden') {
        line?.close()
        line = null
      } else if (!line || line.readyState === EventSource.CLOSED) {
        line = new EventSource(address)
        line.onmessage = () => {
          pauseMs = pauseMsMin
          ask()
        }
        line.onerror = () => {
          if (line?.readyState !== EventSource.CLOSED) return
          again = setTimeout(follow, pauseMs)
          pauseMs = Math.min(pauseMs * 2, pauseMsMax)
        }
      }
    }
    follow()
    document.addEventListener('visibilitychange', follow)
    return () => {
      document.removeEventListener('visibilitychange', follow)
      clearTimeout(again)
      line?.close()
    }
  }, [address])
}
