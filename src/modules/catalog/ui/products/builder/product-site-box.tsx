import { CircleCheck, Minus } from 'lucide-react'
import { useFetcher } from 'react-router'
import { Button } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import type { FormAnswer } from '../../builder/builder.schema.ts'
import { useSaid } from '../../builder/use-said.ts'
import { productBuilderWords } from '../../words/product-builder-words.ts'
import type { ProductState } from './product-state.schema.ts'

/** Where the product stands towards the public, and what each change would mean. */
export function ProductSiteBox({ product }: { product: ProductState }) {
  const words = productBuilderWords()
  const fetcher = useFetcher<FormAnswer>()
  const busy = fetcher.state === 'idle' ? null : fetcher.formData?.get('intent')
  const isDraft = product.status === 'draft'
  useSaid(fetcher.data)
  return (
    <section aria-labelledby="site-title" className="border-t pt-4">
      <h2 id="site-title" className="font-semibold">
        {words.onYourSite}
      </h2>
      {isDraft ? <Checks product={product} /> : <p className="mt-1.5 text-sm text-ink-2">{product.status === 'published' ? words.everybodyFinds : words.addressFinds}</p>}
      <fetcher.Form method="post" className="mt-3 flex flex-wrap gap-2">
        {product.status === 'unlisted' ? (
          <Button type="submit" size="sm" name="intent" value="publish" busy={busy === 'publish'}>
            {words.listOnSite}
          </Button>
        ) : (
          <Button type="submit" size="sm" name="intent" value="unlist" busy={busy === 'unlist'}>
            {isDraft ? words.publishByLink : words.onlyByLink}
          </Button>
        )}
        {isDraft ? null : (
          <Button type="submit" size="sm" variant="quiet" name="intent" value="unpublish" busy={busy === 'unpublish'}>
            {words.backToDraft}
          </Button>
        )}
      </fetcher.Form>
      {isDraft ? null : <p className="mt-2 text-[0.8125rem] text-ink-3">{words.asDraft}</p>}
    </section>
  )
}

function Checks({ product }: { product: ProductState }) {
  const words = productBuilderWords()
  const checks = [
    { label: product.holds === 'files' ? words.releasedVersion : words.twoThings, isDone: product.isFilled },
    ...(product.isForAddress ? [] : [{ label: product.maySetPrice ? words.aPrice : words.priceByOwner, isDone: product.price !== null }]),
  ]
  return (
    <>
      <p className="mt-1.5 text-sm text-ink-2">{checks.every(({ isDone }) => isDone) ? words.readyToPublish : words.beforePublishing}</p>
      <ul className="mt-2 grid gap-1.5 text-sm">
        {checks.map(({ label, isDone }) => (
          <li key={label} className="flex gap-2">
            <Icon of={isDone ? CircleCheck : Minus} size="sm" label={isDone ? words.done : words.stillToDo} className={isDone ? 'mt-0.5 text-good' : 'mt-0.5 text-ink-3'} />
            <span className={isDone ? 'text-ink-2' : 'text-ink'}>{label}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
