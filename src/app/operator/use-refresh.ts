import { useEffect, useEffectEvent } from 'react'
import { useRevalidator } from 'react-router'

const everyMs = 10_000

/** Loads the page's data anew every ten seconds while somebody looks at it. Without scripts the page stays as it came. */
export function useRefresh(): void {
  const revalidator = useRevalidator()
  const ask = useEffectEvent(() => {
    if (revalidator.state === 'idle' && document.visibilityState === 'visible') void revalidator.revalidate()
  })
  useEffect(() => {
    const timer = setInterval(() => ask(), everyMs)
    return () => clearInterval(timer)
  }, [])
}
