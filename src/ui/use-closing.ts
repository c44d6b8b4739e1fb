import { useEffect, useRef, type RefObject } from 'react'

/**
 * Closes a details element when a link in it is chosen or anything outside is pressed. Without script it stays as it is.
 *
 * @returns the ref for the details element
 */
export function useClosing(): RefObject<HTMLDetailsElement | null> {
  const drawer = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const close = ({ target }: MouseEvent) => {
      const isInside = target instanceof Element && drawer.current?.contains(target)
      if (drawer.current && (!isInside || target.closest('a'))) drawer.current.open = false
    }
    document.addEventListener('click', close)
    return () => document.removeEventListener('click', close)
  }, [])
  return drawer
}
