import { useEffect, useEffectEvent, useRef } from 'react'
import { useLocation, useRevalidator } from 'react-router'

/**
 * Keeps the page's data fresh: when one of the topics speaks, or the line was cut and stands again, the loaders run
 * anew. Words that come while they run are answered by one more run.
 *
 * The line opens after the page was rendered, so its first word, that it is open, asks anew too. A hidden tab gives its
 * line back: a browser opens only six to one host.
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
    const follow = () => {
      if (document.visibilityState === 'hidden') {
        line?.close()
        line = null
      } else if (!line || line.readyState === EventSource.CLOSED) {
        line = new EventSource(address)
        line.onmessage = () => ask()
      }
    }
    follow()
    document.addEventListener('visibilitychange', follow)
    return () => {
      document.removeEventListener('visibilitychange', follow)
      line?.close()
    }
  }, [address])
}
