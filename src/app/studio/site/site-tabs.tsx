import { Tabs } from '#ui/tabs.tsx'
import { siteWords } from '../../words/site-words.ts'

/** The parts of the site: what stands on the first page, what search engines are told of it, and what all pages wear. */
export function SiteTabs({ site, current }: { site: string; current: 'page' | 'search' | 'brand' | 'elsewhere' }) {
  const words = siteWords()
  return (
    <Tabs
      label={words.site}
      className="mt-5"
      tabs={[
        { href: site, label: words.firstPage, current: current === 'page' },
        { href: `${site}/search`, label: words.inSearch, current: current === 'search' },
        { href: `${site}/brand`, label: words.brand, current: current === 'brand' },
        { href: `${site}/elsewhere`, label: words.onOtherSites, current: current === 'elsewhere' },
      ]}
    />
  )
}
