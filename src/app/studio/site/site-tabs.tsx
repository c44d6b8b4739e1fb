import { Tabs } from '#ui/tabs.tsx'
import { siteWords } from '../../words/site-words.ts'
import { inWriting, type Writing } from './writing.ts'

type SiteTabsProps = { site: string; current: 'page' | 'search' | 'brand' | 'elsewhere'; /** Whoever writes in another language goes on in it. */ writing?: Writing }

/** The parts of the site: what stands on the first page, what search engines are told of it, and what all pages wear. */
export function SiteTabs({ site, current, writing }: SiteTabsProps) {
  const words = siteWords()
  const written = (address: string) => (writing ? inWriting(address, writing) : address)
  return (
    <Tabs
      label={words.site}
      className="mt-5"
      tabs={[
        { href: written(site), label: words.firstPage, current: current === 'page' },
        { href: written(`${site}/search`), label: words.inSearch, current: current === 'search' },
        { href: `${site}/brand`, label: words.brand, current: current === 'brand' },
        { href: `${site}/elsewhere`, label: words.onOtherSites, current: current === 'elsewhere' },
      ]}
    />
  )
}
