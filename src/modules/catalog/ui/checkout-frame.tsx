import { ChevronLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { faceOf } from '#modules/tenancy/presets/presets.schema.ts'
import { brandStyle } from '#ui/brand/brand-style.ts'
import { BrandStyle } from '#ui/brand/brand-style-element.tsx'
import { Icon } from '#ui/icon.tsx'
import { SkipLink } from '#ui/skip-link.tsx'
import type { SchoolPage } from './public-pages.schema.ts'
import { schoolLinks } from './school-links.ts'
import { SchoolMark } from './school-mark.tsx'

type CheckoutFrameProps = SchoolPage & { backHref: string; backLabel: string; children: ReactNode }

/** Paying pages carry the school's sign and the way back, and nothing that leads elsewhere. */
export function CheckoutFrame({ school, base, links, nonce, backHref, backLabel, children }: CheckoutFrameProps) {
  return (
    <div data-tenant={school.slug} className="flex min-h-dvh flex-col">
      <BrandStyle css={brandStyle(school.brand, school.typePair, faceOf(school.preset))} nonce={nonce} />
      <SkipLink />
      <header className="wrap flex h-[68px] items-center justify-between gap-6 sm:h-[76px]">
        <SchoolMark school={school} href={schoolLinks({ base, links }).home} />
        <a href={backHref} className="touch inline-flex shrink-0 items-center gap-1 text-sm text-ink-2 hover:text-ink">
          <Icon of={ChevronLeft} size="sm" />
          {backLabel}
        </a>
      </header>
      <main id="main" tabIndex={-1} className="wrap flex-1 pb-20 outline-none">
        {children}
      </main>
    </div>
  )
}
