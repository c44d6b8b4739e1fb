import { ButtonLink } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { PriceTag } from '../price-tag.tsx'
import { productWords } from '../words/product-words.ts'
import type { LicenceView } from './product-views.schema.ts'

/** Under which licences a piece is sold: name, price, what one may do, and the way to buy it. */
export function LicenceList({ licences, canBuy, locale }: { licences: readonly LicenceView[]; canBuy: boolean; locale: string }) {
  const words = productWords()
  return (
    <section aria-labelledby="licences" className="pt-12">
      <h2 id="licences" className="display text-[1.625rem] leading-tight">{words.licences}</h2>
      <ul className="mt-3 divide-y border-y">
        {licences.map((licence) => (
          <li key={licence.id} className="grid gap-x-6 gap-y-3 py-4 sm:grid-cols-[minmax(0,1fr)_auto]">
            <div>
              <h3 className="flex flex-wrap items-center gap-x-2.5 gap-y-1 font-semibold">
                {licence.name}
                {licence.isExclusive ? <Chip tone="brand">{words.soldOnce}</Chip> : null}
              </h3>
              {licence.terms ? <p className="mt-1 max-w-[56ch] whitespace-pre-line text-[0.9375rem] text-ink-2">{licence.terms}</p> : null}
              {licence.isExclusive ? <p className="mt-1 text-sm text-ink-3">{words.soldOnceText}</p> : null}
            </div>
            <div className="flex items-center justify-between gap-5 sm:self-start">
              <PriceTag price={licence.price} locale={locale} className="text-lg" />
              {licence.isOwn ? <Chip tone="good">{words.yours}</Chip> : canBuy ? <ButtonLink variant="main" size="sm" href={licence.href}>{words.buyLicence(licence.name)}</ButtonLink> : null}
            </div>
          </li>
        ))}
      </ul>
      {canBuy ? null : <p className="mt-3 text-sm text-ink-2">{words.notForSaleText}</p>}
    </section>
  )
}
