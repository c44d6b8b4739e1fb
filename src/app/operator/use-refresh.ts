import { useEffect, useEffectEvent } from 'react'
import { useRevalidator } from 'react-router'

const usualMs = 10_000

/** Loads the page's data anew again and again while somebody looks at it, every ten seconds if not told. Without scripts the page stays as it came. */
export function useRefresh(everyMs = usualMs): void {
  const revalidator = useRevalidator()
  const ask = useEffectEvent(() => {
    if (revalidator.state === 'idle' && document.visibilityState === 'visible') void revalidator.revalidate()
  })
  useEffect(() => {
    const timer = setInterval(() => ask(), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
}
