import { useEffect } from 'react'
import { useBlocker } from 'react-router'

/**
 * Asks before what was typed is lost: within the studio by a question of the page, outside of it by the browser's.
 *
 * @param isDirty there is something that was not saved
 */
export function useUnsavedGuard(isDirty: boolean): { isAsking: boolean; leave: () => void; stay: () => void } {
  const blocker = useBlocker(({ currentLocation, nextLocation }) => isDirty && currentLocation.pathname !== nextLocation.pathname)
  useEffect(() => {
    if (!isDirty) return

    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [isDirty])

  return { isAsking: blocker.state === 'blocked', leave: () => blocker.proceed?.(), stay: () => blocker.reset?.() }
}
