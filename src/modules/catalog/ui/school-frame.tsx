import type { ComponentProps, ReactNode } from 'react'
import { faceOf } from '#modules/tenancy/presets/presets.schema.ts'
import { brandStyle } from '#ui/brand/brand-style.ts'
import { BrandStyle } from '#ui/brand/brand-style-element.tsx'
import { SkipLink } from '#ui/skip-link.tsx'
import type { SchoolPage } from './public-pages.schema.ts'
import { SchoolFooter } from './school-footer.tsx'
import { SchoolHeader } from './school-header.tsx'

type SchoolFrameProps = SchoolPage & Pick<ComponentProps<typeof SchoolHeader>, 'current'> & { children: ReactNode }

/** What all public pages of a school share: its colours, its header, its footer. */
export function SchoolFrame({ children, current, ...page }: SchoolFrameProps) {
  return (
    <div data-tenant={page.school.slug} className="flex min-h-dvh flex-col">
      <BrandStyle css={brandStyle(page.school.brand, page.school.typePair, faceOf(page.school.preset))} nonce={page.nonce} />
      <SkipLink />
      <SchoolHeader {...page} current={current} />
      <main id="main" tabIndex={-1} className="outline-none">
        {children}
      </main>
      <SchoolFooter {...page} />
    </div>
  )
}
