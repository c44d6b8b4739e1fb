import { Tabs } from '#ui/tabs.tsx'

/** The parts of the site: what stands on the first page, what search engines are told of it, and what all pages wear. */
export function SiteTabs({ site, current }: { site: string; current: 'page' | 'search' | 'brand' | 'elsewhere' }) {
  return (
    <Tabs
      label="Site"
      className="mt-5"
      tabs={[
        { href: site, label: 'First page', current: current === 'page' },
        { href: `${site}/search`, label: 'In search', current: current === 'search' },
        { href: `${site}/brand`, label: 'Brand', current: current === 'brand' },
        { href: `${site}/elsewhere`, label: 'On other sites', current: current === 'elsewhere' },
      ]}
    />
  )
}
