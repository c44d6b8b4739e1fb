import { File } from 'lucide-react'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { Icon } from '#ui/icon.tsx'
import { Notice } from '#ui/notice.tsx'
import { Prose } from '#ui/prose.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { When } from '#ui/when.tsx'
import { PriceTag } from '../price-tag.tsx'
import type { OwnerNotice, SchoolPage } from '../public-pages.schema.ts'
import { SchoolFrame } from '../school-frame.tsx'
import { schoolLinks } from '../school-links.ts'
import { productWords } from '../words/product-words.ts'
import { useThingWords } from '../words/thing-words.ts'
import { LicenceList } from './licence-list.tsx'
import { MusicPreview } from './music-preview.tsx'
import { ProductBuyBar, ProductBuyBox } from './product-buy-box.tsx'
import type { BundlePartView, ProductAccess, ProductDetail, ProductFileView, ProductVersionView } from './product-views.schema.ts'

type ProductPageProps = SchoolPage & { product: ProductDetail; access: ProductAccess; /** IANA name. */ zone: string; ownerNotice: OwnerNotice | null }

/** Everything one needs to know before buying a product. */
export function ProductPage({ product, access, zone, ownerNotice, ...page }: ProductPageProps) {
  const { school, base, links } = page
  const words = productWords()
  const crumbs = [{ label: words.products, href: schoolLinks({ base, links }).products }, { label: product.title }]
  return (
    <SchoolFrame {...page} current="products">
      <div className="wrap pb-16 pt-3 lg:pb-20 lg:pt-10">
        {ownerNotice ? (
          <Notice tone="warn" title={ownerNotice.title} action={<ButtonLink size="sm" href={ownerNotice.href}>{ownerNotice.linkLabel}</ButtonLink>} className="mb-8">
            {ownerNotice.text}
          </Notice>
        ) : null}
        <div className="grid gap-x-[72px] lg:grid-cols-[minmax(0,1fr)_360px] lg:grid-rows-[auto_1fr]">
          <div className="pb-8 lg:pb-0">
            <Breadcrumbs crumbs={crumbs} className="mb-3.5" />
            <h1 className="display text-[2.375rem] leading-[1.06] tracking-[-0.025em] font-[430] sm:text-[3.25rem] sm:leading-[1.04]">{product.title}</h1>
            {product.summary ? <p className="mt-4 max-w-[34em] text-[1.0625rem] leading-normal text-ink-2 sm:text-[1.1875rem]">{product.summary}</p> : null}
            {product.music ? <MusicPreview music={product.music} title={product.title} productsHref={schoolLinks({ base, links }).products} /> : null}
          </div>
          <div className="lg:col-start-2 lg:row-span-2 lg:row-start-1">
            <ProductBuyBox product={product} access={access} school={school} />
          </div>
          <div className="lg:col-start-1">
            {access.kind === 'choose-licence' ? <LicenceList licences={product.licences} canBuy={access.canBuy} locale={school.locale} /> : null}
            {product.parts.length > 0 ? <Parts parts={product.parts} locale={school.locale} schoolName={school.name} /> : null}
            {product.versions.length > 0 ? <Versions versions={product.versions} zone={zone} locale={school.locale} /> : null}
            {product.descriptionHtml ? (
              <section aria-labelledby="about" className="pt-12">
                <h2 id="about" className={partTitle}>{words.about}</h2>
                <Prose html={product.descriptionHtml} className="mt-3.5 text-ink-2" />
              </section>
            ) : null}
          </div>
        </div>
      </div>
      <ProductBuyBar product={product} access={access} school={school} />
    </SchoolFrame>
  )
}

const partTitle = 'display text-[1.625rem] leading-tight'

function Parts({ parts, locale, schoolName }: { parts: readonly BundlePartView[]; locale: string; schoolName: string }) {
  const words = productWords()
  const things = useThingWords()
  const own = parts.filter(({ isOwn }) => isOwn)
  return (
    <section aria-labelledby="parts" className="pt-12">
      <h2 id="parts" className={partTitle}>{words.inThisBundle}</h2>
      {own.length > 0 ? (
        <Notice title={own.length === parts.length ? words.haveAll : words.haveSome} className="mt-4">
          {words.costsTheSame(own.map(({ title }) => title).join(', '))}
        </Notice>
      ) : null}
      <Rows label={words.whatIsInIt} className="mt-4">
        {parts.map((part) => (
          <Row
            key={part.id}
            title={part.title}
            text={things[part.thing].label}
            href={part.href ?? undefined}
            end={part.isOwn ? <Chip tone="good">{words.yours}</Chip> : <span className="text-sm text-ink-3">{part.price.kind === 'none' ? words.onlyHere : <>{words.alone} <PriceTag price={part.price} locale={locale} className="font-normal" /></>}</span>}
          />
        ))}
      </Rows>
      <p className="mt-3 text-sm text-ink-2">
        {words.asAWhole(schoolName)}
      </p>
    </section>
  )
}

function Versions({ versions: [newest, ...older], zone, locale }: { versions: readonly ProductVersionView[]; zone: string; locale: string }) {
  const words = productWords()
  if (!newest) return null

  return (
    <section aria-labelledby="files" className="pt-12">
      <h2 id="files" className={partTitle}>{words.whatYouDownload}</h2>
      <p className="mt-2 text-sm text-ink-2">
        {words.version(newest.label)}, <When iso={newest.releasedAt} zone={zone} locale={locale} show="day" />
      </p>
      <Files files={newest.files} />
      {newest.notes ? <p className="mt-3 whitespace-pre-line text-[0.9375rem] text-ink-2">{newest.notes}</p> : null}
      {older.length > 0 ? (
        <details className="mt-4">
          <summary className="touch inline-flex min-h-11 cursor-pointer items-center text-sm text-ink-2 underline underline-offset-3 hover:text-ink">{words.whatChanged}</summary>
          <ul className="grid gap-4 pt-2">
            {older.map((version) => (
              <li key={version.id}>
                <p className="text-sm font-medium">
                  {words.version(version.label)}, <When iso={version.releasedAt} zone={zone} locale={locale} show="day" />
                </p>
                {version.notes ? <p className="mt-1 whitespace-pre-line text-sm text-ink-2">{version.notes}</p> : null}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  )
}

function Files({ files }: { files: readonly ProductFileView[] }) {
  return (
    <ul aria-label={productWords().files} className="mt-3 divide-y border-y">
      {files.map((file) => (
        <li key={file.id} className="flex min-h-12 items-center gap-3 py-2 text-[0.9375rem]">
          <Icon of={File} className="text-ink-3" />
          <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{file.name}</span>
          <span className="text-sm text-ink-3 tabular-nums">{file.size}</span>
        </li>
      ))}
    </ul>
  )
}
