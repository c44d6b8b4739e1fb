import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** False on the server and in the first moment of the page: what needs script shows itself only when it can work. */
export function useHydrated(): boolean {
  return useSyncExternalStore(never, () => true, () => false)
}
