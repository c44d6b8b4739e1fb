import { useFetcher } from 'react-router'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import type { FormAnswer } from '../../builder/builder.schema.ts'
import { useSaid } from '../../builder/use-said.ts'
import { productBuilderWords } from '../../words/product-builder-words.ts'
import type { SoldState } from './product-state.schema.ts'

/** Says that a piece was sold to one person alone, and after a refund puts it back on sale. */
export function SoldNotice({ sold: { sale }, mayPutBack, className }: { sold: SoldState; mayPutBack: boolean; className?: string }) {
  const words = productBuilderWords()
  const fetcher = useFetcher<FormAnswer>()
  useSaid(fetcher.data)
  if (!sale?.isRefunded) {
    return (
      <Notice title={words.soldTitle} action={sale ? <ButtonLink size="sm" href={sale.href}>{words.seeOrder}</ButtonLink> : undefined} className={className}>
        {sale ? words.soldTo(sale.buyer, sale.orderNumber) : words.soldText}
      </Notice>
    )
  }

  const putBack = (
    <fetcher.Form method="post">
      <Button type="submit" size="sm" name="intent" value="put-back" busy={fetcher.state !== 'idle'}>
        {words.putBack}
      </Button>
    </fetcher.Form>
  )
  return (
    <Notice tone="warn" title={words.givenBackTitle} action={mayPutBack ? putBack : undefined} className={className}>
      {words.givenBackText(sale.orderNumber)}
    </Notice>
  )
}
