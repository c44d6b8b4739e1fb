import { useEffect } from 'react'
import { useNavigate } from 'react-router'

/**
 * Lets plain links within the studio change the page without loading it anew. The links stay links: they work before
 * scripts load, in a new tab, and with any modifier key.
 *
 * @param prefix what the addresses of the studio begin with
 */
export function useSoftLinks(prefix: string): void {
  const navigate = useNavigate()
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey && !event.defaultPrevented
      const link = event.target instanceof Element ? event.target.closest('a') : null
      if (!isPlain || !link || link.target || link.hasAttribute('download')) return

      const to = new URL(link.href, location.href)
      const isInside = to.origin === location.origin && (to.pathname === prefix || to.pathname.startsWith(`${prefix}/`))
      const isSamePlace = to.pathname === location.pathname && to.search === location.search
      if (!isInside || isSamePlace) return

      event.preventDefault()
      void navigate(to.pathname + to.search + to.hash)
    }
    document.addEventListener('click', follow)
    return () => document.removeEventListener('click', follow)
  }, [navigate, prefix])
}
