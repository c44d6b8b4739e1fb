import { PageCache } from '#platform/cache/page-cache.ts'
import type { App } from '../../wiring.ts'

/** The end of the word that says that public pages of a school changed; migration 0069 says it. */
const ending = ':pages'

/** The kept pages of this process. They are given out while it hears what changes, and for as long as it does. */
export function openPageCache({ config, liveLine }: Pick<App, 'config' | 'liveLine'>): PageCache {
  const cache = new PageCache(config.pageCacheBytes)
  // A page that is kept must be dropped the moment it changes.
  if (config.pageCacheBytes === 0 || !liveLine.hears) return cache

  const follower = {
    keys: { has: (key: string) => key.endsWith(ending) },
    hear: (key: string) => cache.drop(key.slice(0, -ending.length)),
    cut: () => cache.hold(),
    refresh: () => cache.open(),
  }
  void liveLine.follow(follower).then(() => cache.open())
  return cache
}
