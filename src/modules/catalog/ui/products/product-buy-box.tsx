import { Check } from 'lucide-react'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { PriceTag } from '../price-tag.tsx'
import type { SchoolView } from '../public-pages.schema.ts'
import { productWords } from '../words/product-words.ts'
import { ProductPicture } from './music-cover.tsx'
import type { ProductAccess, ProductDetail } from './product-views.schema.ts'

type BuyBoxProps = { product: ProductDetail; access: ProductAccess; school: SchoolView }

/** The price, the one thing to do, and what one gets. On a phone the act itself stands in ProductBuyBar. */
export function ProductBuyBox({ product, access, school }: BuyBoxProps) {
  const words = productWords()
  // What nobody can buy any more is no promise.
  const lines = access.kind === 'sold' && !access.ownHref ? [] : includedIn(product)
  return (
    <aside aria-label={words.priceAndContents} className="rounded-lg lg:sticky lg:top-7 lg:self-start lg:border lg:bg-raised lg:p-[18px] lg:pb-5 lg:shadow-float">
      {/* Music has its picture beside the preview already. */}
      {product.music?.peaks.length ? null : <ProductPicture product={product} school={school} className="mb-4 aspect-4/3 max-lg:aspect-16/10" />}
      <div className="mx-0.5 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <Headline product={product} access={access} locale={school.locale} />
      </div>
      <div className="mt-3.5 max-lg:hidden">
        <Act access={access} wide />
      </div>
      {lines.length > 0 ? (
        <ul className="mt-4 border-t pt-2.5 text-[0.9375rem] text-ink-2">
          {lines.map((line) => (
            <li key={line} className="flex gap-2.5 py-1.5">
              <Icon of={Check} size="sm" className="mt-1 text-brand" />
              <span>{line}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </aside>
  )
}

/** The same act at the foot of a phone's screen, where the thumb is. */
export function ProductBuyBar({ product, access, school }: BuyBoxProps) {
  if (access.kind === 'not-for-sale' || (access.kind === 'sold' && !access.ownHref)) return null
  return (
    <div className="sticky bottom-0 z-10 border-t bg-paper lg:hidden">
      <div className="wrap flex min-h-[68px] items-center justify-between gap-4 pb-[env(safe-area-inset-bottom)]">
        {access.kind === 'own' || access.kind === 'sold' ? <span className="text-sm text-ink-2">{productWords().haveThis}</span> : <Price product={product} access={access} locale={school.locale} className="text-lg" />}
        <Act access={access} />
      </div>
    </div>
  )
}

function Headline({ product, access, locale }: { product: ProductDetail; access: ProductAccess; locale: string }) {
  const words = productWords()
  const big = 'text-[1.875rem] leading-tight tracking-[-0.02em]'
  if (access.kind === 'own') return <p className="font-semibold">{words.haveThis}</p>
  if ((access.kind === 'choose-licence' || access.kind === 'sold') && access.ownHref) return <p className="font-semibold">{words.haveThis}</p>
  if (access.kind === 'not-for-sale' || access.kind === 'sold') {
    return (
      <div>
        <p className="font-semibold">{access.kind === 'sold' ? words.soldTitle : words.notForSale}</p>
        <p className="mt-0.5 text-sm text-ink-2">{access.kind === 'sold' ? words.soldText : words.notForSaleText}</p>
      </div>
    )
  }
  const note = access.kind === 'ask-address' ? words.forAddress : access.kind === 'get-free' ? words.noCardNeeded : access.kind === 'buy' && access.coupon ? words.withCoupon(access.coupon.code) : words.onceForGood
  return (
    <>
      <Price product={product} access={access} locale={locale} className={big} />
      <span className="text-sm text-ink-2">{note}</span>
    </>
  )
}

/** With a coupon both prices: what it is, and what it was. */
function Price({ product, access, locale, className }: { product: ProductDetail; access: ProductAccess; locale: string; className: string }) {
  const coupon = access.kind === 'buy' ? access.coupon : null
  if (!coupon || product.price.kind !== 'paid') {
    return (
      <span className="flex items-baseline gap-1.5">
        {product.isFrom ? <span className="text-[0.9375rem] text-ink-2">{productWords().from}</span> : null}
        <PriceTag price={product.price} locale={locale} className={className} />
      </span>
    )
  }

  const { currency } = product.price
  return (
    <span className="flex flex-wrap items-baseline gap-x-2.5">
      <PriceTag price={coupon.cents > 0 ? { kind: 'paid', cents: coupon.cents, currency } : { kind: 'free' }} locale={locale} className={className} />
      <s className="text-[0.9375rem] text-ink-3">
        <span className="sr-only">{productWords().inPlaceOf} </span>
        <PriceTag price={product.price} locale={locale} className="font-normal" />
      </s>
    </span>
  )
}

function Act({ access, wide }: { access: ProductAccess; wide?: boolean }) {
  const words = productWords()
  switch (access.kind) {
    case 'own':
      return (
        <ButtonLink variant="main" wide={wide} href={access.href}>
          {words.openIt}
        </ButtonLink>
      )
    case 'ask-address':
      return (
        <ButtonLink variant="main" wide={wide} href={access.href}>
          {words.getByMail}
        </ButtonLink>
      )
    case 'choose-licence':
      return (
        <ButtonLink variant="main" wide={wide} href={access.ownHref ?? '#licences'}>
          {access.ownHref ? words.openIt : words.licences}
        </ButtonLink>
      )
    case 'buy':
      return (
        <ButtonLink variant="main" wide={wide} href={access.action}>
          {words.buyIt}
        </ButtonLink>
      )
    case 'get-free':
      return (
        <form method="post" action={access.action}>
          <Button type="submit" variant="main" wide={wide}>
            {words.getIt}
          </Button>
        </form>
      )
    case 'sold':
      return access.ownHref ? (
        <ButtonLink variant="main" wide={wide} href={access.ownHref}>
          {words.openIt}
        </ButtonLink>
      ) : null
    case 'not-for-sale':
      return null
  }
}

function includedIn({ versions: [newest], parts, givesLicenceKeys, downloadsMax }: ProductDetail): string[] {
  const words = productWords()
  return [
    newest ? words.filesToDownload(newest.files.length) : '',
    newest ? words.newVersions : '',
    givesLicenceKeys ? words.ownKey : '',
    downloadsMax ? words.eachFile(downloadsMax) : '',
    parts.length > 0 ? words.thingsForOnePrice(parts.length) : '',
  ].filter(Boolean)
}
