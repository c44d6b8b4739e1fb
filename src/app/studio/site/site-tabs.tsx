import { Tabs } from '#ui/tabs.tsx'

/** The two halves of the site: what stands on the first page, and what all pages wear. */
export function SiteTabs({ site, current }: { site: string; current: 'page' | 'brand' }) {
  return (
    <Tabs
      label="Site"
      className="mt-5"
      tabs={[
        { href: site, label: 'First page', current: current === 'page' },
        { href: `${site}/brand`, label: 'Brand', current: current === 'brand' },
      ]}
    />
  )
}
