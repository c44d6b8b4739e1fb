import { useEffect, useRef, type RefObject } from 'react'

/**
 * Closes a details element when a link in it is chosen, anything outside is pressed, or Escape. Without script it stays
 * as it is.
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
    const escape = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape' || !drawer.current?.open) return
      drawer.current.open = false
      drawer.current.querySelector('summary')?.focus()
    }
    document.addEventListener('click', close)
    document.addEventListener('keydown', escape)
    return () => {
      document.removeEventListener('click', close)
      document.removeEventListener('keydown', escape)
    }
  }, [])
  return drawer
}
